// A load client on one thread, closed loop: load tcp|udp|http|chat|burst PORT CLIENTS BYTES
//
// tcp, udp: every client sends a line of BYTES bytes and waits for the same number of bytes.
// http: every client asks for /about and waits for the whole reply.
// chat: one more client sends, 32 lines in flight, and every client reads; a line counts when a client has it.
// burst: all clients are connected, then all ask at once; prints by how many ms the worst wait exceeds one second.
//
// It prints "ready" and, for each line on its input, how many replies it has had.
#include "common.h"

enum { WINDOW = 32, LOST_NANOS = 200000000 };

struct client {
    int fd;
    size_t missing;              // bytes of the reply that have not come
    int in_head, at_line_start, counts;
    uint64_t lines, asked;
};

static struct client *clients;
static struct client input_mark;
static char request[BUFFER], buffer[BUFFER];
static size_t request_bytes;
static uint64_t replies;
static int epoll, count, udp;

static void ask(struct client *client) {
    client->missing = request_bytes;
    if (udp) client->asked = now_nanos();
    if (send(client->fd, request, request_bytes, 0) != (ssize_t) request_bytes) die("send");
}

static void connect_client(struct client *client, int port) {
    struct sockaddr_in address = loopback(port);
    int one = 1;
    struct linger reset = {1, 0};   // no TIME_WAIT: ports would run out
    client->fd = socket(AF_INET, udp ? SOCK_DGRAM : SOCK_STREAM, 0);
    if (client->fd < 0 || connect(client->fd, (struct sockaddr *) &address, sizeof address) < 0) die("connect");
    if (!udp) {
        setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        setsockopt(client->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    }
    client->in_head = client->at_line_start = 1;
    watch(epoll, client->fd, client);
}

static ssize_t receive(struct client *client) {
    ssize_t bytes = recv(client->fd, buffer, sizeof buffer - 1, MSG_DONTWAIT);
    if (bytes == 0 || (bytes < 0 && errno != EAGAIN)) {
        fprintf(stderr, "the server closed a connection\n");
        exit(1);
    }
    return bytes;
}

static void read_echo(struct client *client) {
    ssize_t bytes = receive(client);
    if (bytes <= 0) return;
    client->missing -= (size_t) bytes < client->missing ? (size_t) bytes : client->missing;
    if (client->missing > 0) return;
    replies++;
    ask(client);
}

// The head of a reply comes in one piece, for it is shorter than a segment; the body may come in several.
static void read_http(struct client *client) {
    ssize_t bytes = receive(client);
    if (bytes <= 0) return;
    size_t body = bytes;
    if (client->in_head) {
        buffer[bytes] = 0;
        char *length = strcasestr(buffer, "\r\ncontent-length:"), *end = strstr(buffer, "\r\n\r\n");
        if (length == NULL || end == NULL || strncmp(buffer, "HTTP/1.1 200", 12)) {
            fprintf(stderr, "not a reply with a length: %.60s\n", buffer);
            exit(1);
        }
        client->missing = strtoul(length + 17, NULL, 10);
        client->in_head = 0;
        body = buffer + bytes - (end + 4);
    }
    client->missing -= body < client->missing ? body : client->missing;
    if (client->missing > 0) return;
    client->in_head = 1;
    replies++;
    ask(client);
}

static void say(struct client *sender, int lines) {
    static char all[BUFFER];
    for (int i = 0; i < lines; i++) memcpy(all + i * request_bytes, request, request_bytes);
    if (lines > 0 && send(sender->fd, all, lines * request_bytes, 0) < 0) die("send");
}

// Lines that begin with '[' are the sender's; a server may tell more, such as who joined.
static void read_chat(struct client *client) {
    static int missing[WINDOW];      // of the last lines: how many clients do not have it
    ssize_t bytes = receive(client);
    int complete = 0;
    for (char *at = buffer, *end = buffer + bytes; bytes > 0 && at < end;) {
        if (client->at_line_start) client->counts = *at == '[';
        char *newline = memchr(at, '\n', end - at);
        client->at_line_start = newline != NULL;
        if (newline == NULL) break;
        at = newline + 1;
        if (!client->counts || client == &clients[count]) continue;
        replies++;
        int *left = &missing[client->lines++ % WINDOW];
        if (*left == 0) *left = count;
        if (--*left == 0) complete++;
    }
    say(&clients[count], complete);
}

// Until all have joined and have heard who else has: earlier lines would not reach everybody.
static void await_silence(void) {
    struct epoll_event events[EVENTS];
    int ready;
    while ((ready = epoll_wait(epoll, events, EVENTS, 500)) > 0) {
        for (int i = 0; i < ready; i++) {
            struct client *client = events[i].data.ptr;
            ssize_t bytes = receive(client);
            if (bytes > 0) client->at_line_start = buffer[bytes - 1] == '\n';
        }
    }
}

// Over UDP a lost datagram would end a client's loop.
static void ask_again(void) {
    static uint64_t looked;
    uint64_t now = now_nanos();
    if (now - looked < LOST_NANOS) return;
    looked = now;
    for (int i = 0; i < count; i++) {
        if (now - clients[i].asked > LOST_NANOS) ask(&clients[i]);
    }
}

static void run(void (*read_reply)(struct client *)) {
    struct epoll_event events[EVENTS];
    watch(epoll, STDIN_FILENO, &input_mark);
    printf("ready\n");
    fflush(stdout);
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS, udp ? 100 : -1);
        for (int i = 0; i < ready; i++) {
            struct client *client = events[i].data.ptr;
            if (client == &input_mark) answer_count(replies);
            else read_reply(client);
        }
        if (udp) ask_again();
    }
}

static int burst(void) {
    struct epoll_event events[EVENTS];
    uint64_t worst = 0;
    int done = 0;
    usleep(500000);   // until every connection is accepted
    for (int i = 0; i < count; i++) {
        clients[i].asked = now_nanos();
        if (send(clients[i].fd, request, request_bytes, 0) < 0) die("send");
    }
    while (done < count) {
        int ready = epoll_wait(epoll, events, EVENTS, 20000);
        if (ready <= 0) return 1;
        uint64_t now = now_nanos();
        for (int i = 0; i < ready; i++) {
            struct client *client = events[i].data.ptr;
            if (receive(client) <= 0) continue;
            if (now - client->asked > worst) worst = now - client->asked;
            epoll_ctl(epoll, EPOLL_CTL_DEL, client->fd, NULL);
            done++;
        }
    }
    printf("%.3f\n", worst / 1e6 - 1000);
    return 0;
}

int main(int arguments, char **argument) {
    if (arguments < 5) return 2;
    const char *mode = argument[1];
    int port = atoi(argument[2]), chat = !strcmp(mode, "chat");
    count = atoi(argument[3]);
    request_bytes = atoi(argument[4]);
    if (count < 1 || request_bytes < 1 || request_bytes * WINDOW > sizeof buffer) return 2;
    udp = !strcmp(mode, "udp");
    begin();
    epoll = epoll_create1(0);
    clients = calloc(count + 1, sizeof *clients);
    memset(request, 'a', request_bytes);
    request[request_bytes - 1] = '\n';
    if (!strcmp(mode, "http")) {
        request_bytes = sprintf(request, "GET /about HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }
    for (int i = 0; i < count + chat; i++) connect_client(&clients[i], port);
    if (!strcmp(mode, "burst")) return burst();
    if (chat) {
        await_silence();
        say(&clients[count], WINDOW);
        run(read_chat);
    }
    for (int i = 0; i < count; i++) ask(&clients[i]);
    run(!strcmp(mode, "http") ? read_http : read_echo);
}
