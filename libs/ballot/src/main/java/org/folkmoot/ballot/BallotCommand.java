package org.folkmoot.ballot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command for ballot files. It needs no service and no network.
 *
 * <ul>
 *   <li>{@code tally FILE...} prints a line of JSON for each file, in order: the declaration's content and {@code file}; of a
 *       file that cannot be read, {@code file} and {@code error}, and the exit status is 1 in the end. What {@code verify}
 *       would object to goes to the error stream.
 *   <li>{@code verify FILE [--witness FILE]... [--key FILE]... [--electorate HASH]} prints the outcome if everything follows;
 *       else a line for each defect, with exit status 1. What could not be checked goes to the error stream.
 * </ul>
 *
 * <p>An exit status of 2 means that the command itself was wrong.
 */
public final class BallotCommand {

    private static final int FOLLOWS = 0;
    private static final int DEFECTIVE = 1;
    private static final int MISUSED = 2;

    private static final String USAGE = """
            ballot tally FILE...      count each file: one line of JSON for each
            ballot verify FILE        recompute everything a published file says: the outcome, or a line for each defect
              --witness FILE          receipts, checkpoints, voter's slips to hold against it, one JSON object a line
              --key FILE              a public key that checkpoints may be signed with, PEM
              --electorate HASH       the electorate's hash as it was announced at opening
            """;

    private final PrintStream output;
    private final PrintStream errors;

    private BallotCommand(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] arguments) {
        var output = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        var errors =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), output, errors);
        output.flush();
        System.exit(status);
    }

    /** Runs the command and returns its status. */
    static int run(List<String> arguments, PrintStream output, PrintStream errors) {
        var command = new BallotCommand(output, errors);
        if (arguments.size() >= 2 && arguments.getFirst().equals("tally")) {
            return command.tally(arguments.subList(1, arguments.size()));
        }
        if (arguments.size() >= 2 && arguments.getFirst().equals("verify")) {
            return command.verify(arguments.subList(1, arguments.size()));
        }
        errors.print(USAGE);
        return MISUSED;
    }

    // --- tally ---

    private int tally(List<String> files) {
        int status = FOLLOWS;
        for (String file : files) {
            var line = new Octets(1024).add("{\"file\":").quoted(file).add(',');
            String error = tally(file, line);
            if (error != null) {
                line = new Octets(256)
                        .add("{\"file\":")
                        .quoted(file)
                        .add(",\"error\":")
                        .quoted(error);
                status = DEFECTIVE;
            }
            output.println(line.add('}'));
            // Whoever reads along a long list sees each line as soon as it is there.
            output.flush();
        }
        return status;
    }

    /** Writes the line's content, or returns why it cannot be written. */
    private @Nullable String tally(String file, Octets line) {
        byte[] text;
        try {
            text = read(file);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        return switch (BallotDocument.read(text)) {
            case BallotDocument.Reading.Unreadable unreadable -> unreadable.inWords();
            case BallotDocument.Reading.Read(BallotDocument document) -> {
                document.remarks().forEach(remark -> errors.println(Texts.printable(file) + ": " + remark));
                if (new BallotVerifier().verify(document, List.of()) instanceof Verdict.Defective(var defects)) {
                    defects.forEach(defect -> errors.println(Texts.printable(file) + ": " + defect.inWords()));
                }
                BallotJson.declaration(document.tally(), line);
                line.add(",\"electorateHash\":\"")
                        .add(document.electorateHash().toString())
                        .add('"');
                if (document.isChained()) {
                    line.add(",\"logRoot\":\"")
                            .add(document.logRoot().toString())
                            .add('"');
                }
                yield null;
            }
        };
    }

    // --- verify ---

    private int verify(List<String> arguments) {
        List<Witness> witnesses = new ArrayList<>();
        List<PublicKey> keys = new ArrayList<>();
        Hash announced = null;
        String file = null;
        try {
            for (int index = 0; index < arguments.size(); index++) {
                String argument = arguments.get(index);
                String value = index + 1 < arguments.size() ? arguments.get(index + 1) : "";
                if (argument.startsWith("--")) {
                    switch (argument) {
                        case "--witness" -> witnesses.addAll(witnesses(value));
                        case "--key" -> keys.add(key(value));
                        case "--electorate" -> announced = Hash.parse(value);
                        default -> {
                            errors.print(USAGE);
                            return MISUSED;
                        }
                    }
                    index++;
                } else if (file == null) {
                    file = argument;
                } else {
                    errors.print(USAGE);
                    return MISUSED;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            errors.println(e.getMessage());
            return MISUSED;
        }
        if (file == null) {
            errors.print(USAGE);
            return MISUSED;
        }
        return verify(file, new BallotVerifier(keys, announced), witnesses);
    }

    private int verify(String file, BallotVerifier verifier, List<Witness> witnesses) {
        byte[] text;
        try {
            text = read(file);
        } catch (IOException e) {
            output.println(Texts.printable(file + ": " + e.getMessage()));
            return DEFECTIVE;
        }
        return switch (verifier.verify(text, witnesses)) {
            case Verdict.Follows(Declaration declaration, List<String> remarks) -> {
                output.println(declaration.outcome().word());
                remarks.forEach(errors::println);
                yield FOLLOWS;
            }
            case Verdict.Defective(List<Defect> defects) -> {
                defects.forEach(defect -> output.println(Texts.printable(defect.inWords())));
                yield DEFECTIVE;
            }
        };
    }

    /** @throws IOException with words for a person */
    private static byte[] read(String file) throws IOException {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new IOException("a folder, not a file");
            }
            if (Files.size(path) > BallotReader.LONGEST_FILE) {
                throw new IOException("larger than 256 MiB");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new IOException("there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("no right to read it", e);
        }
    }

    private static List<Witness> witnesses(String file) throws IOException {
        var witnesses = new ArrayList<Witness>();
        int number = 0;
        for (String line :
                new String(read(file), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (!line.isBlank()) {
                try {
                    witnesses.add(Witness.read(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("%s, line %d: %s".formatted(file, number, e.getMessage()), e);
                }
            }
        }
        return witnesses;
    }

    private static PublicKey key(String file) throws IOException {
        String pem = new String(read(file), StandardCharsets.US_ASCII);
        try {
            String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(body.strip());
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": no Ed25519 public key in PEM", e);
        }
    }
}
