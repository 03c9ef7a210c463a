package org.folkmoot.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that checks an exported log: {@code verify FILE [--witness FILE]... [--key FILE]...}.
 *
 * <p>FILE holds the entries, a witness file receipts and checkpoints, both as JSON lines; a key file holds a public key in
 * PEM. The exit status is 0 if the log is intact, 1 if something is wrong with it, 2 if the check could not be made.
 */
public final class VerifyLedger {

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private static final String USAGE = """
            Usage: verify FILE [--witness FILE]... [--key FILE]...

              FILE             the exported log, JSON lines
              --witness FILE   receipts and checkpoints to hold against it, JSON lines
              --key FILE       a public key that checkpoints may be signed with, PEM
            """;

    private final PrintStream output;
    private final PrintStream errors;

    private VerifyLedger(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs the command and returns its status. */
    static int run(List<String> arguments, PrintStream output, PrintStream errors) {
        return new VerifyLedger(output, errors).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.size() < 2
                || arguments.size() % 2 != 0
                || !arguments.getFirst().equals("verify")) {
            errors.print(USAGE);
            return NOT_CHECKED;
        }
        var witnesses = new ArrayList<Witness>();
        var keys = new ArrayList<PublicKey>();
        try {
            for (int index = 2; index < arguments.size(); index += 2) {
                Path file = Path.of(arguments.get(index + 1));
                switch (arguments.get(index)) {
                    case "--witness" -> witnesses.addAll(witnesses(file));
                    case "--key" -> keys.add(key(file));
                    default -> {
                        errors.print(USAGE);
                        return NOT_CHECKED;
                    }
                }
            }
            try (InputStream log = Files.newInputStream(Path.of(arguments.get(1)))) {
                return report(new LedgerVerifier(keys).verify(log, witnesses));
            }
        } catch (NoSuchFileException e) {
            errors.println("There is no file " + e.getMessage());
        } catch (CharacterCodingException e) {
            errors.println("Not a text in UTF-8");
        } catch (IOException e) {
            errors.println("Reading failed: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
        }
        return NOT_CHECKED;
    }

    private int report(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact(Receipt head, long witnessed, boolean closed) -> {
                output.printf("Intact: %d entries of %s%n", head.number(), nameOf(head));
                output.printf("Head:   entry %d, %s%n", head.number(), head.hash());
                if (closed) {
                    output.println("A checkpoint says that the log was closed with this entry.");
                } else if (witnessed == 0) {
                    output.println("No receipt or checkpoint was given: entries cut off at the end would not be seen.");
                } else {
                    output.printf("Receipts and checkpoints reach to entry %d.%n", witnessed);
                }
                yield INTACT;
            }
            case Verdict.Broken(List<Finding> findings) -> {
                output.printf("Broken: %d finding(s)%n", findings.size());
                findings.forEach(finding -> output.println("  " + LedgerJson.printable(finding.inWords())));
                yield BROKEN;
            }
        };
    }

    private static String nameOf(Receipt head) {
        return LedgerJson.printable(head.stream() + " of " + head.tenant());
    }

    private static List<Witness> witnesses(Path file) throws IOException {
        var witnesses = new ArrayList<Witness>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            try {
                witnesses.add(Witness.fromJson(line));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s, line %d: %s".formatted(file, witnesses.size() + 1, e.getMessage()), e);
            }
        }
        return witnesses;
    }

    private static PublicKey key(Path file) throws IOException {
        try {
            return CheckpointKeys.publicKey(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
