package org.folkmoot.registry.keepup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the directory is kept up from; a source without its place is not looked at. */
@ConfigMapping(prefix = "folkmoot.registry.keep-up")
interface KeepUpSettings {

    /** How often it is seen whether a source is due. */
    @WithDefault("5S")
    Duration pollInterval();

    /** For how long a release that has no sums must have been seen to be the same. */
    @WithDefault("5M")
    Duration settle();

    Folder folder();

    ObjectStore objectStore();

    OdsApi odsApi();

    /** A folder with a folder for each release. */
    interface Folder {

        Optional<Path> path();

        @WithDefault("15M")
        Duration every();
    }

    /** A bucket of an object store that speaks S3, with a folder for each release. Without its address none is looked at. */
    interface ObjectStore {

        /** By {@code https}, without the bucket. */
        Optional<URI> url();

        Optional<String> bucket();

        /** The folder of the bucket in which the releases' folders are; none: the bucket itself. */
        Optional<String> prefix();

        @WithDefault("eu-west-2")
        String region();

        Optional<String> accessKey();

        Optional<String> secretKey();

        @WithDefault("15M")
        Duration every();

        /** Until an answer begins, and for each pause within it. */
        @WithDefault("30S")
        Duration patience();
    }

    /** The FHIR API of the Organisation Data Service. */
    interface OdsApi {

        Optional<URI> url();

        Optional<String> apiKey();

        @WithDefault("24H")
        Duration every();

        /** How many days are asked for once more. */
        @WithDefault("2")
        int overlap();

        /** For one answer, from the first byte of the question to the last of the answer. */
        @WithDefault("30S")
        Duration patience();

        @WithDefault("5")
        int attempts();

        /** After the first failure; twice as long after each that follows. */
        @WithDefault("2S")
        Duration pause();

        @WithDefault("2M")
        Duration longestPause();
    }
}
