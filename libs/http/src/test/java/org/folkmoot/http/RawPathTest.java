package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {

    @ParameterizedTest
    @MethodSource("org.folkmoot.http.MangledPaths#all")
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) {
        assertThat(RawPath.ambiguity(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/practices",
                "/practices/B82020",
                "/practices/",
                "/ics/qkk/pcns/U12345/members/0190b1c2-7d3e-7f00-8000-123456789abc",
                "/files/report.2026-05-29.csv",
                "/search/St%20John%27s",
                "/search/Caf%C3%A9",
                "/a:b/c@d/e=f,g+h/~i_j-k!$&'()*",
                "/.well-known/openid-configuration",
                "*"
            })
    void a_plain_path_is_taken(String path) {
        assertThat(RawPath.ambiguity(path)).isEmpty();
    }

    @Test
    void the_sender_is_told_what_is_wrong() {
        assertThat(RawPath.ambiguity("/a;b")).contains("it holds a semicolon");
        assertThat(RawPath.ambiguity("/a%2fb")).contains("it holds an encoded slash");
        assertThat(RawPath.ambiguity("/a%zz")).contains("its percent-encoding is broken");
        assertThat(RawPath.ambiguity("/a%2525252525252541")).contains("it is encoded several times");
    }
}
