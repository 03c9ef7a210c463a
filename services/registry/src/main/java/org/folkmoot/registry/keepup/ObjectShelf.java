package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.registry.keepup.KeepUpSettings.ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an object store that speaks S3, or what lies in it under a prefix: as a folder of folders, whose names are
 * the keys up to the next {@code /}.
 */
final class ObjectShelf implements Shelf, AutoCloseable {

    /** As many as anybody keeps of releases that come by quarters: a bucket with more of them is not one of releases. */
    private static final int MOST_RELEASES = 10_000;

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @throws IllegalArgumentException when the service must not speak to that address, or lacks a part of the settings */
    ObjectShelf(ObjectStore settings) {
        Address address = new Address(wanted(settings.url(), "url"));
        this.bucket = wanted(settings.bucket(), "bucket");
        this.prefix = settings.prefix().map(ObjectShelf::asFolder).orElse("");
        this.client = S3Client.builder()
                .endpointOverride(address.base())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        wanted(settings.accessKey(), "access-key"), wanted(settings.secretKey(), "secret-key"))))
                // Stores other than Amazon's have no name in the DNS for each bucket, and answer without its checksums.
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        calls -> calls.retryStrategy(RetryMode.STANDARD).apiCallAttemptTimeout(settings.patience()))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.patience())
                        .socketTimeout(settings.patience())
                        .build())
                .build();
    }

    @Override
    public List<String> names() throws SourceFault {
        try {
            var names = new ArrayList<String>();
            for (var page : client.listObjectsV2Paginator(under(prefix))) {
                page.commonPrefixes().stream()
                        .map(each -> each.prefix().substring(prefix.length()).replaceFirst("/$", ""))
                        .filter(name -> !name.isEmpty() && !isPassedOver(name))
                        .forEach(names::add);
                if (names.size() > MOST_RELEASES) {
                    throw new SourceFault("The object store has more than %d folders there.".formatted(MOST_RELEASES));
                }
            }
            return names.stream().sorted().toList();
        } catch (SdkException e) {
            throw fault("The object store", e);
        }
    }

    @Override
    public Bundle bundle(String name) throws SourceFault {
        String folder = prefix + name + "/";
        try {
            var files = new ArrayList<Laid>();
            var passedOver = new StringBuilder();
            for (var page : client.listObjectsV2Paginator(under(folder))) {
                for (S3Object each : page.contents()) {
                    var file = new Laid(each.key().substring(folder.length()), each.size(), each.eTag());
                    if (isPassedOver(file.name())) {
                        passedOver.append(file).append('\n');
                    } else if (!file.name().isEmpty()) {
                        files.add(file);
                    }
                }
                // What is too much is refused by whoever asks; no more of it needs to be seen.
                if (files.size() > MOST_FILES) {
                    break;
                }
            }
            return new Bundle(name, List.copyOf(files), passedOver.toString());
        } catch (SdkException e) {
            throw fault(name, e);
        }
    }

    @Override
    public void copy(Bundle bundle, Laid file, Path target) throws SourceFault, IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ResponseInputStream<GetObjectResponse> in = client.getObject(request -> request.bucket(bucket)
                        .key(prefix + bundle.name() + "/" + file.name())
                        .ifMatch(file.mark()))) {
            copy(in, out, file);
        } catch (NoSuchKeyException e) {
            throw new SourceFault("The file " + file.name() + " has gone while it was read.", e);
        } catch (SdkException e) {
            throw fault(bundle.name(), e);
        }
    }

    /** A connection that breaks off is the store's fault, and one that is left is not read to its end. */
    private static void copy(ResponseInputStream<GetObjectResponse> in, OutputStream out, Laid file)
            throws SourceFault {
        boolean whole = false;
        try {
            Bounded.copy(in, out, file.size());
            whole = true;
        } catch (IOException e) {
            throw new SourceFault(
                    "The file %s breaks off: %s."
                            .formatted(file.name(), e.getClass().getSimpleName()),
                    e);
        } finally {
            if (!whole) {
                in.abort();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private ListObjectsV2Request under(String folder) {
        return ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(folder)
                .delimiter("/")
                .build();
    }

    private static SourceFault fault(String what, SdkException e) {
        if (e instanceof S3Exception answer) {
            if (answer.statusCode() == PRECONDITION_FAILED) {
                return new SourceFault("A file became another one while it was read.", e);
            }
            String code = answer.awsErrorDetails() == null
                    ? ""
                    : " " + String.valueOf(answer.awsErrorDetails().errorCode()).replaceAll("[^A-Za-z0-9]", "");
            return new SourceFault(
                    "%s cannot be read: the object store answers %d%s.".formatted(what, answer.statusCode(), code), e);
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new SourceFault(
                "%s cannot be read: %s.".formatted(what, cause.getClass().getSimpleName()), e);
    }

    private static boolean isPassedOver(String name) {
        return name.startsWith(".");
    }

    private static String asFolder(String prefix) {
        String plain = prefix.replaceAll("^/+|/+$", "");
        return plain.isEmpty() ? "" : plain + "/";
    }

    private static <T> T wanted(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> new IllegalArgumentException(
                "folkmoot.registry.keep-up.object-store.%s is wanted too".formatted(name)));
    }
}
