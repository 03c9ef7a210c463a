package org.folkmoot.ledger;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One log under examination: takes what a file holds line by line, then says what is wrong.
 *
 * <p>The findings are made so that one deed is named once, where it was done: entries are put in the order of their
 * numbers before their links are followed, so a line that moved breaks no link; a link is only followed between neighbours,
 * so a gap is a gap and not a broken link as well; and an altered entry still counts as what it claims to be for the next.
 */
final class Examination {

    /** What is remembered of an entry. The claimed and the actual hash are the same object when they are equal. */
    private record Link(long line, long number, Instant at, Hash previous, Hash claimed, Hash actual) {

        boolean isSound() {
            return claimed.equals(actual);
        }

        /** An altered entry was a link of the chain either by the hash that it kept or by the contents that it kept. */
        boolean isContinuedBy(Link next) {
            return next.previous.equals(claimed) || next.previous.equals(actual);
        }

        boolean isCopyOf(Link other) {
            return actual.equals(other.actual) && claimed.equals(other.claimed);
        }
    }

    private record Log(String tenant, String stream) {}

    private final Map<String, PublicKey> trusted;
    private final List<Witness> witnesses;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Log, List<Link>> logs = new LinkedHashMap<>();

    Examination(Map<String, PublicKey> trusted, List<Witness> witnesses) {
        this.trusted = trusted;
        this.witnesses = witnesses;
    }

    void unreadable(long line, String reason) {
        findings.add(new Finding.Unreadable(line, reason));
    }

    /** @throws IllegalArgumentException if the entry holds what cannot be hashed */
    void entry(long line, LedgerEntry entry) {
        Hash computed = entry.computedHash();
        Hash actual = computed.equals(entry.hash()) ? entry.hash() : computed;
        logs.computeIfAbsent(new Log(entry.tenant(), entry.stream()), log -> new ArrayList<>())
                .add(new Link(line, entry.number(), entry.at(), entry.previous(), entry.hash(), actual));
    }

    Verdict verdict() {
        if (logs.isEmpty()) {
            findings.add(new Finding.Empty());
            return new Verdict.Broken(findings);
        }
        Log log = logWithMostEntries();
        logs.forEach((other, links) -> {
            if (!other.equals(log)) {
                links.forEach(link -> findings.add(new Finding.Foreign(link.line, other.tenant, other.stream)));
            }
        });

        var ofWitnesses = new ArrayList<Finding>();
        List<Witness> credible = credible(log, ofWitnesses);
        Set<Hash> witnessed = credible.stream().map(Witness::hash).collect(Collectors.toSet());

        var ofEntries = new ArrayList<Placed>();
        List<Link> chain = chain(logs.getOrDefault(log, List.of()), witnessed, ofEntries);
        findReordered(chain, ofEntries);
        follow(chain, ofEntries);
        ofEntries.stream()
                .sorted(comparingLong(Placed::number))
                .map(Placed::finding)
                .forEach(findings::add);

        compare(chain, credible, ofWitnesses);
        findings.addAll(ofWitnesses);

        if (!findings.isEmpty()) {
            return new Verdict.Broken(findings);
        }
        Link head = chain.getLast();
        return new Verdict.Intact(
                new Receipt(log.tenant, log.stream, head.number, head.actual),
                credible.stream().mapToLong(Witness::number).max().orElse(0),
                credible.stream().anyMatch(Examination::saysClosed));
    }

    /** A finding and the entry that it is about, to report entries in order whatever is looked for first. */
    private record Placed(long number, Finding finding) {}

    private Log logWithMostEntries() {
        return logs.entrySet().stream()
                .max(comparingInt(log -> log.getValue().size()))
                .orElseThrow()
                .getKey();
    }

    private List<Witness> credible(Log log, List<Finding> found) {
        var credible = new ArrayList<Witness>();
        for (Witness witness : witnesses) {
            Finding objection = objection(log, witness);
            if (objection == null) {
                credible.add(witness);
            } else {
                found.add(objection);
            }
        }
        return credible;
    }

    private @Nullable Finding objection(Log log, Witness witness) {
        if (!log.equals(new Log(witness.tenant(), witness.stream()))) {
            return new Finding.ForeignWitness(witness);
        }
        return switch (witness) {
            case Receipt _ -> null;
            case Checkpoint checkpoint -> {
                PublicKey key = trusted.get(checkpoint.key());
                if (key == null) {
                    yield new Finding.KeyUnknown(checkpoint);
                }
                yield checkpoint.isSignedBy(key) ? null : new Finding.SignatureWrong(checkpoint);
            }
        };
    }

    /** One link for each number there is, in order; all others that claim a number already taken are findings. */
    private static List<Link> chain(List<Link> links, Set<Hash> witnessed, List<Placed> found) {
        var byNumber = new TreeMap<Long, List<Link>>();
        links.forEach(link -> byNumber.computeIfAbsent(link.number, number -> new ArrayList<>(1))
                .add(link));
        var chain = new ArrayList<Link>(byNumber.size());
        byNumber.forEach((number, candidates) -> {
            Link genuine = candidates.getFirst();
            if (candidates.size() > 1) {
                List<Link> before = byNumber.getOrDefault(number - 1, List.of());
                List<Link> after = byNumber.getOrDefault(number + 1, List.of());
                genuine = candidates.stream()
                        .max(comparingInt((Link candidate) -> weight(candidate, before, after, witnessed)))
                        .orElseThrow();
            }
            chain.add(genuine);
            for (Link candidate : candidates) {
                if (candidate.line != genuine.line) {
                    found.add(new Placed(
                            number,
                            candidate.isCopyOf(genuine)
                                    ? new Finding.Duplicated(number, candidate.line)
                                    : new Finding.Inserted(number, candidate.line)));
                }
            }
        });
        return chain;
    }

    /** How much speaks for a link: a witness before anything, then its own hash, then its neighbours. */
    private static int weight(Link candidate, List<Link> before, List<Link> after, Set<Hash> witnessed) {
        int weight = 0;
        if (witnessed.contains(candidate.actual)) {
            weight += 8;
        }
        if (candidate.isSound()) {
            weight += 4;
        }
        if (after.stream().anyMatch(candidate::isContinuedBy)) {
            weight += 2;
        }
        if (before.stream().anyMatch(link -> link.isContinuedBy(candidate))) {
            weight += 1;
        }
        return weight;
    }

    /** All that are not in the longest run of ascending numbers, which is to say the fewest that must have moved. */
    private static void findReordered(List<Link> chain, List<Placed> found) {
        List<Link> inFile = chain.stream().sorted(comparingLong(Link::line)).toList();
        int[] lastOfRun = new int[inFile.size()];
        int[] before = new int[inFile.size()];
        int longest = 0;
        for (int index = 0; index < inFile.size(); index++) {
            int length = lengthOfRunsBelow(inFile, lastOfRun, longest, inFile.get(index).number);
            before[index] = length == 0 ? -1 : lastOfRun[length - 1];
            lastOfRun[length] = index;
            longest = Math.max(longest, length + 1);
        }
        boolean[] inPlace = new boolean[inFile.size()];
        for (int index = longest == 0 ? -1 : lastOfRun[longest - 1]; index >= 0; index = before[index]) {
            inPlace[index] = true;
        }
        for (int index = 0; index < inPlace.length; index++) {
            if (!inPlace[index]) {
                Link moved = inFile.get(index);
                found.add(new Placed(moved.number, new Finding.Reordered(moved.number, moved.line)));
            }
        }
    }

    private static int lengthOfRunsBelow(List<Link> inFile, int[] lastOfRun, int longest, long number) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inFile.get(lastOfRun[middle]).number < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void follow(List<Link> chain, List<Placed> found) {
        Link before = null;
        for (Link link : chain) {
            long expected = before == null ? 1 : before.number + 1;
            if (link.number > expected) {
                found.add(new Placed(expected, new Finding.Missing(expected, link.number - 1)));
            }
            if (!link.isSound()) {
                found.add(new Placed(link.number, new Finding.Altered(link.number, link.line)));
            } else if (link.number == expected && !continues(before, link)) {
                found.add(new Placed(link.number, new Finding.LinkBroken(link.number, link.line)));
            }
            if (before != null && before.isSound() && link.isSound() && link.at.isBefore(before.at)) {
                found.add(new Placed(link.number, new Finding.TimeTurnedBack(link.number, link.line)));
            }
            before = link;
        }
    }

    private static boolean continues(@Nullable Link before, Link link) {
        return before == null ? link.previous.equals(Hash.NONE) : before.isContinuedBy(link);
    }

    private static boolean saysClosed(Witness witness) {
        return switch (witness) {
            case Receipt _ -> false;
            case Checkpoint checkpoint -> checkpoint.last();
        };
    }

    private static void compare(List<Link> chain, List<Witness> credible, List<Finding> found) {
        long last = chain.getLast().number;
        Map<Long, Link> byNumber = new HashMap<>();
        chain.forEach(link -> byNumber.put(link.number, link));
        for (Witness witness : credible) {
            Link link = byNumber.get(witness.number());
            if (witness.number() > last) {
                found.add(new Finding.Truncated(last, witness));
            } else if (link != null && link.isSound() && !link.actual.equals(witness.hash())) {
                found.add(new Finding.Contradicted(link.number, witness));
            }
            if (witness instanceof Checkpoint checkpoint && checkpoint.last() && checkpoint.number() < last) {
                found.add(new Finding.Appended(checkpoint.number() + 1, last, checkpoint));
            }
        }
    }
}
