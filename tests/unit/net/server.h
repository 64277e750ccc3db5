#ifndef BLAZON_TESTS_UNIT_NET_SERVER_H
#define BLAZON_TESTS_UNIT_NET_SERVER_H

/* A server on this computer that says the same to everybody, over plain http. */

#include <arpa/inet.h>
#include <check.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct server {
    const char *answer;
    int listener, requests;
    pthread_t thread;
    char url[64];
};

static void *server_run(void *user)
{
    struct server *s = user;
    char request[4096];
    for (int one; (one = accept(s->listener, NULL, NULL)) >= 0; close(one)) {
        if (read(one, request, sizeof request) <= 0) continue;
        s->requests++;
        ssize_t written = write(one, s->answer, strlen(s->answer));
        (void)written;
        shutdown(one, SHUT_WR);
    }
    return NULL;
}

static inline void server_start(struct server *s, const char *answer)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    *s = (struct server){.answer = answer, .listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    ck_assert_int_eq(bind(s->listener, (struct sockaddr *)&address, sizeof address), 0);
    ck_assert_int_eq(listen(s->listener, 8), 0);
    ck_assert_int_eq(getsockname(s->listener, (struct sockaddr *)&address, &length), 0);
    snprintf(s->url, sizeof s->url, "http://127.0.0.1:%d/x", ntohs(address.sin_port));
    ck_assert_int_eq(pthread_create(&s->thread, NULL, server_run, s), 0);
}

static inline void server_stop(struct server *s)
{
    shutdown(s->listener, SHUT_RDWR);
    pthread_join(s->thread, NULL);
    close(s->listener);
}

#define HTTP_OK(headers, body) "HTTP/1.1 200 OK\r\nConnection: close\r\n" headers "\r\n" body

#endif
