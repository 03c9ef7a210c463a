package org.folkmoot.benchmark.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectoryReadBenchmarkTest {

    @Test
    void a_search_is_for_the_first_two_words_of_a_name() {
        assertThat(DirectoryReadBenchmark.words("ST. MARY'S SURGERY, HOLT")).isEqualTo("ST MARY'S");
        assertThat(DirectoryReadBenchmark.words("HAZELWOOD")).isEqualTo("HAZELWOOD");
    }

    @Test
    void a_misspelt_name_lacks_its_fourth_letter() {
        assertThat(DirectoryReadBenchmark.misspelt("HAZELWOOD")).isEqualTo("HAZLWOOD");
        assertThat(DirectoryReadBenchmark.misspelt("HILL")).isEqualTo("HILL");
    }
}
