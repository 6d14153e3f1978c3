package socketlab.reference.servers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Netty with one event loop and its line decoder; the replies of one read leave in one flush. */
@SuppressWarnings("FutureReturnValueIgnored")   // a write that fails closes its channel, and closing has no failure to tell
final class NettyLineEcho implements BareServer {
    private static final int LONGEST_LINE = 8 << 10;

    private final EventLoopGroup loop;
    private final Channel listener;

    /** What Netty asks the system with. */
    enum Transport { NIO, EPOLL, IO_URING }

    /** Throws an {@link IOException} with one line where this system lacks the transport. */
    NettyLineEcho(Transport transport) throws IOException {
        switch (transport) {
            case NIO -> {}
            case EPOLL -> require(Epoll.unavailabilityCause());
            case IO_URING -> require(IoUring.unavailabilityCause());
        }
        loop = new MultiThreadIoEventLoopGroup(1, handler(transport));
        listener = new ServerBootstrap().group(loop).channel(channel(transport)).option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true).childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        client.pipeline().addLast(new LineBasedFrameDecoder(LONGEST_LINE, false, true), new Echo());
                    }
                }).bind(BareServer.anyPort()).syncUninterruptibly().channel();
    }

    private static void require(Throwable unavailable) throws IOException {
        if (unavailable != null) {
            Throwable cause = unavailable;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IOException("not on this system: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                    unavailable);
        }
    }

    private static IoHandlerFactory handler(Transport transport) {
        return switch (transport) {
            case NIO -> NioIoHandler.newFactory();
            case EPOLL -> EpollIoHandler.newFactory();
            case IO_URING -> IoUringIoHandler.newFactory();
        };
    }

    private static Class<? extends ServerChannel> channel(Transport transport) {
        return switch (transport) {
            case NIO -> NioServerSocketChannel.class;
            case EPOLL -> EpollServerSocketChannel.class;
            case IO_URING -> IoUringServerSocketChannel.class;
        };
    }

    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext client, Object line) {
            client.write((ByteBuf) line, client.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext client) {
            client.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext client, Throwable lost) {
            client.close();
        }
    }

    @Override
    public void serve() {
        listener.closeFuture().syncUninterruptibly();
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        loop.shutdownGracefully();
    }
}
