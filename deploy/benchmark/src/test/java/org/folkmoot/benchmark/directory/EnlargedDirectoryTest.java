package org.folkmoot.benchmark.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.nhs.OdsCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnlargedDirectoryTest {

    private static final String COST_CENTRES = "epraccur_dse_2026-06_subset.csv";
    private static final String MAP = "gp-reg-pat-prac-map_2026-08_subset.csv";

    private final Path real = Path.of(System.getProperty("folkmoot.root")).resolve("deploy/local/data/ods");

    @TempDir
    private Path folder;

    @Test
    void every_code_is_there_once_and_is_a_code() throws IOException {
        // When
        EnlargedDirectory.write(real, folder.resolve("release"), 5_000, false);

        // Then
        List<String> codes = Files.readAllLines(folder.resolve("release").resolve(COST_CENTRES)).stream()
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .toList();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(5_000).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> OdsCode.parse(code).isPresent());
    }

    @Test
    void every_practice_of_the_map_is_in_the_file_of_cost_centres() throws IOException {
        // When
        EnlargedDirectory.write(real, folder.resolve("release"), 5_000, false);

        // Then
        Set<String> codes = Files.readAllLines(folder.resolve("release").resolve(COST_CENTRES)).stream()
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .collect(Collectors.toSet());
        List<String> practices = Files.readAllLines(folder.resolve("release").resolve(MAP)).stream()
                .skip(1)
                .map(line -> line.split(",")[2])
                .toList();
        assertThat(practices).hasSizeGreaterThan(414).doesNotHaveDuplicates();
        assertThat(codes).containsAll(practices);
    }

    @Test
    void backwards_it_is_the_same_content_and_other_bytes() throws IOException {
        // When
        EnlargedDirectory.write(real, folder.resolve("release"), 3_000, false);
        EnlargedDirectory.write(real, folder.resolve("backwards"), 3_000, true);

        // Then
        for (String file : List.of(COST_CENTRES, MAP)) {
            byte[] forwards = Files.readAllBytes(folder.resolve("release").resolve(file));
            byte[] backwards = Files.readAllBytes(folder.resolve("backwards").resolve(file));
            assertThat(Arrays.equals(forwards, backwards)).isFalse();
            assertThat(new HashSet<>(new String(backwards, java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .toList()))
                    .isEqualTo(new HashSet<>(new String(forwards, java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .toList()));
        }
    }

    @Test
    void the_first_copy_is_the_real_rows() throws IOException {
        // When
        EnlargedDirectory.write(real, folder.resolve("release"), 2_000, false);

        // Then
        List<String> realRows = Files.readAllLines(real.resolve(COST_CENTRES));
        assertThat(Files.readAllLines(folder.resolve("release").resolve(COST_CENTRES)))
                .startsWith(realRows.toArray(String[]::new));
    }
}
