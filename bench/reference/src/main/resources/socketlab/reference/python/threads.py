"""Echo with a thread per client: socketserver, lines over its buffered files."""
import os
import socketserver
import sys
import threading


class Echo(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self):
        try:
            for line in self.rfile:
                self.wfile.write(line)
        except OSError:
            pass    # the client has left


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 4096


def exit_at_end_of_input():
    sys.stdin.read()
    os._exit(0)


with Server(("127.0.0.1", 0), Echo) as server:
    print(f"[listening] 127.0.0.1:{server.server_address[1]}", flush=True)
    threading.Thread(target=exit_at_end_of_input, daemon=True).start()
    server.serve_forever()
