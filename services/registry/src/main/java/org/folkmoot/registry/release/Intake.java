package org.folkmoot.registry.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.registry.odsfile.Examined;
import org.folkmoot.registry.odsfile.FileDates;
import org.folkmoot.registry.odsfile.FileKind;
import org.folkmoot.registry.odsfile.FileRow;
import org.folkmoot.registry.odsfile.UnrecognisedReason;
import org.jspecify.annotations.Nullable;

/** The files of a release after they were looked through: their dates, their order, and whether to take them in at all. */
record Intake(List<Looked> files, @Nullable LocalDate declared, LocalDate today) {

    /** A file and what it is. */
    record Looked(KeptFile file, Examined examined) {}

    /** A file of a known kind with its date. */
    record Dated(KeptFile file, Examined.Recognised content, LocalDate asAt) {}

    /** Endings of names that promise no table: what is in them is nobody's mistake. */
    private static final Set<String> COMPANIONS =
            Set.of("pdf", "md", "txt", "html", "htm", "json", "xml", "zip", "gz", "xls", "xlsx", "ods", "doc", "docx");

    /** The recognised files in the order in which they are taken in; of equal bytes the first. */
    List<Dated> inOrder() {
        Optional<LocalDate> newest = recognised()
                .map(looked -> ownDate(looked.file(), (Examined.Recognised) looked.examined()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return recognised()
                .filter(looked -> original(looked).isEmpty())
                .map(looked -> dated(looked, newest.orElse(declared == null ? today : declared)))
                .sorted(Comparator.comparing(Dated::asAt)
                        .thenComparing(dated -> dated.content().kind())
                        .thenComparing(dated ->
                                dated.content().dialect().map(Enum::ordinal).orElse(0))
                        .thenComparing(dated -> dated.file().name())
                        .thenComparing(dated -> dated.file().position()))
                .toList();
    }

    /** The date of the release: that of its newest file. */
    Optional<LocalDate> asAt() {
        return inOrder().stream().map(Dated::asAt).max(Comparator.naturalOrder());
    }

    /** The earlier file with the same bytes, if there is one. */
    Optional<KeptFile> original(Looked copy) {
        return files.stream()
                .map(Looked::file)
                .filter(file -> file.position() < copy.file().position()
                        && file.sha256().equals(copy.file().sha256()))
                .findFirst();
    }

    /** Why nothing of this is to be loaded. */
    Optional<Refusal> refusal() {
        return Stream.of(wrongFile(), halfAFile(), nothingRecognised())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The last line of each file that breaks off. */
    Stream<FileRow.Quarantined> brokenOff(Looked looked) {
        return looked.examined() instanceof Examined.Recognised recognised
                ? recognised.brokenOff().stream()
                : Stream.empty();
    }

    private Stream<Looked> recognised() {
        return files.stream().filter(looked -> looked.examined() instanceof Examined.Recognised);
    }

    private Optional<Refusal> wrongFile() {
        return files.stream()
                .filter(looked -> looked.examined() instanceof Examined.Unrecognised unrecognised
                        && (unrecognised.reason() == UnrecognisedReason.DAMAGED_HEADER
                                || (unrecognised.reason().isNoTable() && !isCompanion(looked.file()))))
                .findFirst()
                .map(looked -> new Refusal(
                        Refusal.Reason.WRONG_FILE,
                        "%s is no table of a known kind: %s."
                                .formatted(
                                        looked.file().name(),
                                        ((Examined.Unrecognised) looked.examined())
                                                .reason()
                                                .slug())));
    }

    private Optional<Refusal> halfAFile() {
        return files.stream()
                .flatMap(looked -> brokenOff(looked)
                        .map(row -> new Refusal(
                                Refusal.Reason.HALF_A_FILE,
                                "%s breaks off in line %d."
                                        .formatted(looked.file().name(), row.line()))))
                .findFirst();
    }

    private Optional<Refusal> nothingRecognised() {
        return recognised().findAny().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Reason.NOTHING_RECOGNISED,
                        "No file is of a kind that the directory is made from: "
                                + files.stream()
                                        .map(looked -> looked.file().name())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static boolean isCompanion(KeptFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return COMPANIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private Dated dated(Looked looked, LocalDate otherwise) {
        var content = (Examined.Recognised) looked.examined();
        return new Dated(looked.file(), content, ownDate(looked.file(), content).orElse(otherwise));
    }

    private Optional<LocalDate> ownDate(KeptFile file, Examined.Recognised content) {
        boolean ofNetworks = content.kind() == FileKind.MEMBERSHIPS || content.kind() == FileKind.PCN_DETAILS;
        return Stream.of(
                        content.stated(),
                        Optional.ofNullable(file.declaredAsAt()),
                        Optional.ofNullable(declared),
                        ofNetworks ? content.newest() : Optional.<LocalDate>empty(),
                        FileDates.inName(file.name()),
                        content.newest())
                .flatMap(Optional::stream)
                .findFirst();
    }
}
