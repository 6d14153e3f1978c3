package socketlab.services.web;

/** What stands behind the question mark; nothing here needs {@code %XX} undone. */
final class QueryString {
    private QueryString() {}

    /** The first value of that name, empty where there is only the name, null where there is not even that. */
    static String value(String target, String name) {
        int at = target.indexOf('?');
        while (at >= 0) {
            int next = target.indexOf('&', at + 1);
            String pair = next < 0 ? target.substring(at + 1) : target.substring(at + 1, next);
            int equals = pair.indexOf('=');
            if (name.equals(equals < 0 ? pair : pair.substring(0, equals))) {
                return equals < 0 ? "" : pair.substring(equals + 1);
            }
            at = next;
        }
        return null;
    }
}
