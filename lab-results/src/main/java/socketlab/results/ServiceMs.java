package socketlab.results;

/** What the server itself says it worked on a request, in milliseconds: from taking it up to writing the reply. */
public record ServiceMs(double mean) {}
