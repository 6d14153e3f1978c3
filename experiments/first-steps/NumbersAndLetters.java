// Two threads, one process: each prints its next word and sleeps; neither waits for the other.
//
// Run: java NumbersAndLetters.java                 a number each 1000 ms, a letter each 1500 ms
//      java NumbersAndLetters.java 500 750         twice as fast

void main(String[] arguments) throws InterruptedException {
    int[] millis = millis(arguments);

    Thread numbers = new Thread(() -> say("numbers", List.of("1", "2", "3", "4", "5"), millis[0]));
    Thread letters = new Thread(() -> say("letters", List.of("A", "B", "C", "D", "E"), millis[1]));
    numbers.start();
    letters.start();
    numbers.join();
    letters.join();
}

void say(String name, List<String> words, int millis) {
    try {
        for (String word : words) {
            IO.println(name + ": " + word);
            Thread.sleep(millis);
        }
    } catch (InterruptedException e) {
        Thread.currentThread().interrupt();   // an interrupt asks this thread to end
    }
}

int[] millis(String[] arguments) {
    if (arguments.length == 0) {
        return new int[] {1000, 1500};
    }
    if (arguments.length != 2 || !Stream.of(arguments).allMatch(text -> text.matches("[0-9]{1,5}"))) {
        System.err.println("usage: java NumbersAndLetters.java [NUMBERS_MS LETTERS_MS], each from 0 to 99999");
        System.exit(2);
    }
    return new int[] {Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])};
}
