package socketlab.lab.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, where one was typed that does not exist. */
public final class Similar {
    private Similar() {}

    /**
     * The nearest of these names by the number of letters that were inserted, left out, replaced or exchanged with their
     * neighbour (Damerau 1964, each place changed once); empty where more than a third of the letters are wrong.
     */
    public static Optional<String> to(String typed, Collection<String> names) {
        String word = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 3);
        return names.stream().filter(name -> distance(word, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(word, name)).thenComparing(Comparator.naturalOrder()));
    }

    static int distance(String a, String b) {
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : fewest(changes, a, b, i, j);
            }
        }
        return changes[a.length()][b.length()];
    }

    private static int fewest(int[][] changes, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int fewest = Math.min(changes[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(changes[i - 1][j], changes[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(fewest, 1 + changes[i - 2][j - 2]) : fewest;
    }
}
