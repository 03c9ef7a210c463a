package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<LedgerEntry> log = Logs.honest(5);
    private final KeyPair keys = CheckpointTest.newKeys("Ed25519");

    @TempDir
    Path folder;

    private String logFile = "";
    private String witnessFile = "";
    private String keyFile = "";

    @BeforeEach
    void publish() throws IOException {
        var signer = new CheckpointSigner(keys, Clock.systemUTC());
        logFile = write("log.jsonl", Logs.lines(log));
        witnessFile = write(
                "witnesses.jsonl",
                log.get(1).receipt().toJson() + "\n"
                        + signer.sign(log.getLast().receipt()).toJson() + "\n");
        keyFile = write(
                "key.pem", CheckpointTest.pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    @Test
    void an_intact_log_ends_with_status_0() {
        assertThat(run("verify", logFile, "--witness", witnessFile, "--key", keyFile))
                .isZero();
        assertThat(output())
                .isEqualToNormalizingNewlines("""
                Intact: 5 entries of ballot/1 of qkk
                Head:   entry 5, %s
                Receipts and checkpoints reach to entry 5.
                """.formatted(log.getLast().hash()));
    }

    @Test
    void without_a_witness_it_says_what_was_not_shown() {
        assertThat(run("verify", logFile)).isZero();
        assertThat(output()).contains("entries cut off at the end would not be seen");
    }

    @Test
    void of_a_closed_log_it_says_that_nothing_can_have_followed() throws IOException {
        var signer = new CheckpointSigner(keys, Clock.systemUTC());
        write("witnesses.jsonl", signer.signLast(log.getLast().receipt()).toJson());
        assertThat(run("verify", logFile, "--key", keyFile, "--witness", witnessFile))
                .isZero();
        assertThat(output()).contains("closed with this entry");
    }

    @Test
    void a_broken_log_ends_with_status_1_and_says_what_is_wrong() throws IOException {
        write("log.jsonl", Logs.lines(log.subList(0, 4)));
        assertThat(run("verify", logFile, "--witness", witnessFile, "--key", keyFile))
                .isEqualTo(1);
        assertThat(output()).isEqualToNormalizingNewlines("""
                Broken: 1 finding(s)
                  The end was cut off: the last entry is 4, and a checkpoint knows of entry 5.
                """);
    }

    @Test
    void a_file_cannot_command_the_terminal() throws IOException {
        write(
                "log.jsonl",
                Logs.lines(log)
                        + Logs.sealed(Logs.withStream(log.getFirst(), "\u001b[2J"))
                                .toJson());
        assertThat(run("verify", logFile)).isEqualTo(1);
        assertThat(output()).contains("Line 6 belongs to another log").doesNotContain("\u001b");
    }

    @Test
    void what_cannot_be_checked_ends_with_status_2() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("verify", logFile, "--wit", witnessFile)).isEqualTo(2);
        assertThat(run("verify", logFile, "--witness")).isEqualTo(2);
        assertThat(errors()).contains("Usage: verify FILE");
        assertThat(run("verify", logFile + ".old")).isEqualTo(2);
        assertThat(errors()).contains("There is no file " + logFile + ".old");
        assertThat(run("verify", logFile, "--key", logFile)).isEqualTo(2);
        assertThat(errors()).contains(logFile + ": Not a PEM file");
        assertThat(run("verify", logFile, "--witness", write("w", "{}\n"))).isEqualTo(2);
        assertThat(errors()).contains("w, line 1: ");
        Files.write(folder.resolve("w"), new byte[] {(byte) 0xff});
        assertThat(run("verify", logFile, "--witness", folder.resolve("w").toString()))
                .isEqualTo(2);
        assertThat(errors()).contains("Not a text in UTF-8");
        assertThat(run("verify", folder.toString())).isEqualTo(2);
        assertThat(output()).isEmpty();
    }

    private int run(String... arguments) {
        return VerifyLedger.run(
                List.of(arguments),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
