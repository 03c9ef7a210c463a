package org.folkmoot.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void a_password_stays_the_same() {
        String made = new Secrets(home).password("one");
        assertThat(new Secrets(home).password("one")).isEqualTo(made).hasSize(36);
        assertThat(new Secrets(home).password("other")).isNotEqualTo(made);
    }

    @Test
    void a_key_has_the_length_that_encryption_asks_for_and_stays_the_same() {
        String made = new Secrets(home).key("mandate.seal");
        assertThat(Base64.getDecoder().decode(made)).hasSize(32);
        assertThat(new Secrets(home).key("mandate.seal")).isEqualTo(made);
    }

    @Test
    void two_that_looked_before_either_made_one_agree() {
        // Given: the command and its supervisor, both started on an empty folder
        var command = new Secrets(home);
        var supervisor = new Secrets(home);

        // When
        String first = supervisor.password("keycloak.admin");
        String second = command.password("keycloak.admin");
        String third = command.password("person");

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(supervisor.password("person")).isEqualTo(third);
    }

    @Test
    void only_its_owner_reads_the_file() throws Exception {
        new Secrets(home).password("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
