package dev.faultline.app;

import java.awt.Desktop;
import java.awt.Toolkit;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.Map;
import java.util.function.Function;
import javafx.application.HostServices;
import javax.imageio.ImageIO;
import javax.management.remote.JMXServiceURL;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/// Ways in which a program could open a connection; none is ever called.
final class Connections {
    private Connections() {
    }

    static Socket socket() throws IOException {
        return new Socket("localhost", 1);
    }

    static ServerSocket serverSocket() throws IOException {
        return new ServerSocket(0);
    }

    static DatagramSocket datagramSocket() throws IOException {
        return new DatagramSocket();
    }

    static MulticastSocket multicastSocket() throws IOException {
        return new MulticastSocket();
    }

    static SocketChannel socketChannel() throws IOException {
        return SocketChannel.open();
    }

    static ServerSocketChannel serverSocketChannel() throws IOException {
        return ServerSocketChannel.open();
    }

    static DatagramChannel datagramChannel() throws IOException {
        return DatagramChannel.open();
    }

    static AsynchronousSocketChannel asynchronousSocketChannel() throws IOException {
        return AsynchronousSocketChannel.open();
    }

    static AsynchronousServerSocketChannel asynchronousServerSocketChannel() throws IOException {
        return AsynchronousServerSocketChannel.open();
    }

    static Selector selector() throws IOException {
        return SelectorProvider.provider().openSelector();
    }

    static InetAddress lookUp() throws IOException {
        return InetAddress.getByName("localhost");
    }

    static NetworkInterface networkInterface() throws IOException {
        return NetworkInterface.getByName("lo");
    }

    static HttpClient httpClient() {
        return HttpClient.newHttpClient();
    }

    static URLConnection openConnection(URL url) throws IOException {
        return url.openConnection();
    }

    static Object connect(Object connection) throws IOException {
        ((HttpURLConnection) connection).connect();
        return connection;
    }

    static byte[] openStream(URL url) throws IOException {
        try (var in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    static Object content(URL url) throws IOException {
        return url.getContent();
    }

    /// Compares addresses of machines, for which it looks them up.
    static boolean equal(URL a, URL b) {
        return a.equals(b);
    }

    static Function<URL, Object> methodReference() {
        return URL::hashCode;
    }

    static ClassLoader classLoader(URL url) {
        return new URLClassLoader(new URL[]{url});
    }

    static FileSystem fileSystem(URI uri) throws IOException {
        return FileSystems.newFileSystem(uri, Map.of());
    }

    static Object imageOfUrl(URL url) throws IOException {
        return ImageIO.read(url);
    }

    static Object toolkitImage(URL url) {
        return Toolkit.getDefaultToolkit().getImage(url);
    }

    static Object socketFactory() {
        return SocketFactory.getDefault();
    }

    static Object secureSocketFactory() {
        return SSLSocketFactory.getDefault();
    }

    static Registry rmi() throws IOException {
        return LocateRegistry.getRegistry();
    }

    static Object naming() throws NamingException {
        return new InitialContext().lookup("dns:localhost");
    }

    static Object management() throws IOException {
        return new JMXServiceURL("rmi", "localhost", 1);
    }

    static void browse(URI uri) throws IOException {
        Desktop.getDesktop().browse(uri);
    }

    static void showDocument(HostServices services) {
        services.showDocument("http://localhost");
    }

    static Process process() throws IOException {
        return new ProcessBuilder("curl", "http://localhost").start();
    }

    static Process exec() throws IOException {
        return Runtime.getRuntime().exec(new String[]{"curl", "http://localhost"});
    }
}
