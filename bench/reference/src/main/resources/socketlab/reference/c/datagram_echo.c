// The limit over UDP: a blocking socket, receive and send. A second thread answers how many datagrams there were.
#include "common.h"
#include <pthread.h>

static volatile uint64_t datagrams;

static void *answer(void *unused) {
    (void) unused;
    for (;;) answer_count(datagrams);
    return NULL;
}

int main(void) {
    static char buffer[BUFFER];
    pthread_t thread;
    int size = 4 << 20;
    begin();
    int fd = listen_on_any_port(SOCK_DGRAM);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    pthread_create(&thread, NULL, answer, NULL);
    for (;;) {
        struct sockaddr_in peer;
        socklen_t length = sizeof peer;
        ssize_t count = recvfrom(fd, buffer, sizeof buffer, 0, (struct sockaddr *) &peer, &length);
        if (count < 0) continue;
        sendto(fd, buffer, count, 0, (struct sockaddr *) &peer, length);
        datagrams++;
    }
}
