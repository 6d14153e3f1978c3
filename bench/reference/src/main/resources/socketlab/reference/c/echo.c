// The limit: one thread, epoll, read and write; bytes, without framing.
#include "common.h"

int main(void) {
    static char buffer[BUFFER];
    struct epoll_event events[EVENTS];
    uint64_t messages = 0;
    begin();
    int listener = listen_on_any_port(SOCK_STREAM | SOCK_NONBLOCK);
    int epoll = epoll_create1(0);
    watch(epoll, listener, (void *) (intptr_t) listener);
    watch(epoll, STDIN_FILENO, (void *) (intptr_t) STDIN_FILENO);
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            int fd = (intptr_t) events[i].data.ptr;
            if (fd == STDIN_FILENO) {
                answer_count(messages);
            } else if (fd == listener) {
                for (int client; (client = accept_client(listener)) >= 0;) watch(epoll, client, (void *) (intptr_t) client);
            } else {
                ssize_t count = recv(fd, buffer, sizeof buffer, 0);
                if (count > 0) {
                    send(fd, buffer, count, 0);
                    messages++;
                } else if (count == 0 || errno != EAGAIN) {
                    close(fd);
                }
            }
        }
    }
}
