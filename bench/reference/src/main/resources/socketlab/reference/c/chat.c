// A chat room on one thread that coalesces: what one turn of the loop has read goes to each member in one write.
#include "common.h"

enum { MEMBERS = 20000, TURN = 1 << 20 };

struct member {
    int fd, place;               // its place in the room
    char name[32];               // as a line begins: "[127.0.0.1:5001] "
    char part[4096];             // the beginning of a line whose end has not come
    int part_bytes;
    char *unsent;                // what its socket did not take
    size_t unsent_bytes, unsent_space;
};

static struct member *room[MEMBERS];
static int members;
static char turn[TURN];          // lines of this turn, each with its sender's name
static size_t turn_bytes;

static void leave(struct member *member) {
    room[member->place] = room[--members];
    room[member->place]->place = member->place;
    close(member->fd);
    free(member->unsent);
    free(member);
}

static void keep(struct member *member, const char *bytes, size_t count) {
    if (member->unsent_bytes + count > member->unsent_space) {
        member->unsent_space = 2 * (member->unsent_bytes + count);
        member->unsent = realloc(member->unsent, member->unsent_space);
    }
    memcpy(member->unsent + member->unsent_bytes, bytes, count);
    member->unsent_bytes += count;
}

// What a full socket did not take leaves with the next turn; a real server would wait for EPOLLOUT.
static void deliver(struct member *member, const char *bytes, size_t count) {
    if (member->unsent_bytes > 0) {
        keep(member, bytes, count);
        ssize_t sent = send(member->fd, member->unsent, member->unsent_bytes, 0);
        if (sent > 0) memmove(member->unsent, member->unsent + sent, member->unsent_bytes -= sent);
        return;
    }
    ssize_t sent = send(member->fd, bytes, count, 0);
    if (sent < 0) sent = 0;
    if ((size_t) sent < count) keep(member, bytes + sent, count - sent);
}

// Everybody but the sender hears what one read of one member gave.
static void flush_turn(struct member *sender) {
    for (int i = 0; i < members && turn_bytes > 0; i++) {
        if (room[i] != sender) deliver(room[i], turn, turn_bytes);
    }
    turn_bytes = 0;
}

static void say(struct member *member, const char *line, size_t bytes) {
    size_t name_bytes = strlen(member->name);
    memcpy(turn + turn_bytes, member->name, name_bytes);
    memcpy(turn + turn_bytes + name_bytes, line, bytes);
    turn_bytes += name_bytes + bytes;
}

static void hear(struct member *member) {
    static char buffer[BUFFER];
    memcpy(buffer, member->part, member->part_bytes);
    ssize_t count = recv(member->fd, buffer + member->part_bytes, sizeof buffer - member->part_bytes, 0);
    if (count == 0 || (count < 0 && errno != EAGAIN)) {
        leave(member);
        return;
    }
    if (count < 0) return;
    char *line = buffer, *limit = buffer + member->part_bytes + count, *end;
    while ((end = memchr(line, '\n', limit - line)) != NULL) {
        say(member, line, end + 1 - line);
        line = end + 1;
    }
    member->part_bytes = limit - line;
    if ((size_t) member->part_bytes > sizeof member->part) {
        leave(member);
        return;
    }
    memcpy(member->part, line, member->part_bytes);
    flush_turn(member);
}

static void join(int epoll, int fd) {
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    struct member *member = calloc(1, sizeof *member);
    getpeername(fd, (struct sockaddr *) &address, &length);
    snprintf(member->name, sizeof member->name, "[127.0.0.1:%d] ", ntohs(address.sin_port));
    member->fd = fd;
    member->place = members;
    room[members++] = member;
    watch(epoll, fd, member);
}

int main(void) {
    static struct member listener_mark, input_mark;
    struct epoll_event events[EVENTS];
    begin();
    int listener = listen_on_any_port(SOCK_STREAM | SOCK_NONBLOCK);
    int epoll = epoll_create1(0);
    watch(epoll, listener, &listener_mark);
    watch(epoll, STDIN_FILENO, &input_mark);
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            struct member *member = events[i].data.ptr;
            if (member == &input_mark) {
                answer_count(0);
            } else if (member == &listener_mark) {
                for (int fd; members < MEMBERS && (fd = accept_client(listener)) >= 0;) join(epoll, fd);
            } else {
                hear(member);
            }
        }
    }
}
