package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void a_question_is_asked_again_with_one_thing_changed() {
        // Given
        Query asked = Query.of("/qkk/directory/")
                .with("q", "st john's & co")
                .with("kind", "pcn")
                .with("status", " ");

        // When
        String next = asked.with("cursor", "a/b=").href();

        // Then
        assertThat(next).isEqualTo("/qkk/directory/?q=st+john%27s+%26+co&kind=pcn&cursor=a%2Fb%3D");
        assertThat(asked.with("kind", null).href()).isEqualTo("/qkk/directory/?q=st+john%27s+%26+co");
    }
}
