package socketlab.services.web;

/** The parameters after the question mark. What is still a {@code %XX} stays one: no value here needs it. */
final class QueryString {
    private QueryString() {}

    /**
     * The first value of this parameter; empty when the parameter has no value, null when there is no such parameter.
     */
    static String value(String target, String name) {
        int start = target.indexOf('?');
        while (start >= 0) {
            int next = target.indexOf('&', start + 1);
            String pair = next < 0 ? target.substring(start + 1) : target.substring(start + 1, next);
            int equals = pair.indexOf('=');
            if (name.equals(equals < 0 ? pair : pair.substring(0, equals))) {
                return equals < 0 ? "" : pair.substring(equals + 1);
            }
            start = next;
        }
        return null;
    }
}
