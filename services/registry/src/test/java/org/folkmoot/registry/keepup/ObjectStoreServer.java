package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.test.FreePort;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy: a server that speaks S3, verifies signatures, and keeps what it is given in a folder. */
public final class ObjectStoreServer implements AutoCloseable {

    public static final String KEY = "registry";
    public static final String SECRET = "a secret of this test alone";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int port = FreePort.find();
    private final Path data;
    private final Process process;
    private final S3Client client;

    public ObjectStoreServer(Path home) {
        try {
            data = Files.createDirectories(home.resolve("data"));
            Path settings = Files.writeString(
                    home.resolve("s3proxy.properties"), """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.identity=nobody
                    jclouds.credential=none
                    jclouds.filesystem.basedir=%s
                    """.formatted(url(), KEY, SECRET, data.toAbsolutePath()));
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            Path.of("target", "object-store", "s3proxy.jar")
                                    .toAbsolutePath()
                                    .toString(),
                            "--properties",
                            settings.toAbsolutePath().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitAnswer();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the object store does not start", e);
        }
        client = S3Client.builder()
                .endpointOverride(URI.create(url()))
                .region(Region.EU_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A bucket, which is a folder of this server's: it knows no region in which one could be made. */
    public void bucket(String name) {
        try {
            Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(String bucket, String key, String text) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    public void delete(String bucket, String key) {
        client.deleteObject(request -> request.bucket(bucket).key(key));
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }

    private void awaitAnswer() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            try {
                var asked = (HttpURLConnection) URI.create(url()).toURL().openConnection();
                asked.getResponseCode();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the object store does not answer");
    }
}
