package org.folkmoot.nhsuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final int MOST_OF_ALL = 65_000;

    @Test
    void a_template_finds_the_directory() {
        assertThat(Pages.draw("{nhsuk:assets}/nhsuk.css")).isEqualTo(Assets.directory() + "/nhsuk.css");
        assertThat(Assets.directory()).matches("/assets/nhsuk-[0-9a-f]{12}");
    }

    @Test
    void everything_that_a_page_loads_is_little_when_compressed() {
        // When
        int all = Stream.of("nhsuk.css", "nhsuk.js", "nhsuk-frontend.js", "supported.js", "htmx.js")
                .mapToInt(AssetsTest::compressedSize)
                .sum();

        // Then
        assertThat(all).isLessThan(MOST_OF_ALL);
    }

    @Test
    void the_style_sheet_asks_for_nothing_from_elsewhere_and_for_no_font_of_its_own() {
        // When
        String styles = new String(asset("nhsuk.css"), StandardCharsets.UTF_8);

        // Then
        assertThat(styles).doesNotContain("@import", "@font-face", "Frutiger", "url(\"http", "url(\"//", "url(\"/");
        assertThat(styles).contains("html{font-family:arial,sans-serif}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrow-up", "arrow-down", "arrow-up-down", "cross"})
    void the_images_of_the_style_sheet_are_there(String icon) {
        assertThat(asset("images/nhsuk-icon-" + icon + ".svg")).isNotEmpty();
    }

    private static int compressedSize(String name) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(asset(name));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return compressed.size();
    }

    private static byte[] asset(String name) {
        String path = "/META-INF/resources" + Assets.directory() + "/" + name;
        try (InputStream file = Objects.requireNonNull(AssetsTest.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
