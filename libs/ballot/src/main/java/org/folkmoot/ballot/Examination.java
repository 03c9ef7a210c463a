package org.folkmoot.ballot;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One check of one file. */
final class Examination {

    /** So many entries are worth the hands of another thread. */
    private static final int PART = 1_000;

    private final BallotDocument document;
    private final Map<String, PublicKey> keys;
    private final @Nullable Hash announced;
    private final List<Witness> witnesses;
    private final List<BallotDocument.Line> lines;
    private final boolean chained;
    private final List<Defect> defects = new ArrayList<>();
    private final List<String> remarks;

    /** The first line of each entry number; null while the numbers are 1, 2, 3, as in every honest log. */
    private @Nullable Map<Long, BallotDocument.Line> byNumber;

    Examination(
            BallotDocument document, Map<String, PublicKey> keys, @Nullable Hash announced, List<Witness> witnesses) {
        this.document = document;
        this.keys = keys;
        this.announced = announced;
        this.witnesses = witnesses;
        this.lines = document.lines();
        this.chained = document.isChained();
        this.remarks = new ArrayList<>(document.remarks());
    }

    Verdict verdict() {
        // While the log is checked, the votes can be counted.
        CompletableFuture<Declaration> tally = lines.size() > PART
                ? CompletableFuture.supplyAsync(document::tally)
                : CompletableFuture.completedFuture(document.tally());
        numbering();
        voters();
        if (chained) {
            members();
            chain();
        }
        electorate();
        openings();
        Declaration declaration = tally.join();
        seed(declaration);
        if (document.declaration() >= 0) {
            declaration(declaration);
        } else {
            remarks.add("nothing is declared in this file: this is a rehearsal");
        }
        witnesses.forEach(this::witness);
        if (!chained) {
            remarks.add("the votes carry no hashes: only the tally could be checked, not that the log is whole");
        } else if (witnesses.isEmpty()) {
            remarks.add("no receipt or checkpoint was given: a log that was written anew as a whole would not be seen");
        } else if (!sawTheEnd()) {
            remarks.add("no checkpoint says that the log was closed with entry %d: no witness knows what came after %d"
                    .formatted(lastNumber(), newestSeen()));
        }
        return defects.isEmpty() ? new Verdict.Follows(declaration, remarks) : new Verdict.Defective(defects);
    }

    // --- the list of votes ---

    private void numbering() {
        boolean honest = true;
        for (BallotDocument.Line line : lines) {
            honest &= line.number() == line.place() + 1L;
        }
        if (honest) {
            return;
        }
        Map<Long, BallotDocument.Line> firsts = HashMap.newHashMap(lines.size());
        long highest = 0;
        for (BallotDocument.Line line : lines) {
            BallotDocument.Line first = firsts.putIfAbsent(line.number(), line);
            if (first != null) {
                defects.add(new Defect.EntryDuplicated(line.number(), line.place()));
                if (first.vote().voter().equals(line.vote().voter())
                        && !first.vote().equals(line.vote())) {
                    defects.add(new Defect.SecondCurrentVote(
                            line.number(), line.vote().voter()));
                }
            } else if (line.number() < highest) {
                defects.add(new Defect.EntryOutOfOrder(line.number(), line.place()));
            }
            highest = Math.max(highest, line.number());
        }
        long expected = 1;
        for (long number : firsts.keySet().stream().sorted().toList()) {
            if (number > expected) {
                defects.add(new Defect.EntryMissing(expected, number - 1));
            }
            expected = number + 1;
        }
        byNumber = firsts;
    }

    private BallotDocument.@Nullable Line entry(long number) {
        if (byNumber != null) {
            return byNumber.get(number);
        }
        return number >= 1 && number <= lines.size() ? lines.get((int) number - 1) : null;
    }

    private long lastNumber() {
        return byNumber == null
                ? lines.size()
                : byNumber.keySet().stream().max(Long::compare).orElse(0L);
    }

    private void voters() {
        Rules rules = document.rules();
        Electorate electorate = document.electorate();
        String castingVoter = null;
        for (BallotDocument.Line line : lines) {
            String voter = line.vote().voter();
            int place = document.placeOf(line);
            if (place >= 0 && electorate.electors().get(place).recused()) {
                defects.add(new Defect.VoteByRecused(line.number(), voter));
            } else if (!line.vote().casting()) {
                if (place < 0) {
                    defects.add(new Defect.NotInElectorate(line.number(), voter));
                }
            } else if (rules.tie() != Tie.CHAIR
                    || (rules.chair() != null && !rules.chair().equals(voter))) {
                defects.add(new Defect.CastingVoteNotForeseen(line.number(), voter));
            } else if (castingVoter == null) {
                castingVoter = voter;
            } else if (!castingVoter.equals(voter)) {
                defects.add(new Defect.SecondCurrentVote(line.number(), voter));
            }
        }
    }

    // --- the log ---

    private void members() {
        if (document.ballot() == null) {
            defects.add(new Defect.MemberMissing("ballot"));
        }
        if (document.ics() == null) {
            defects.add(new Defect.MemberMissing("ics"));
        }
        for (BallotDocument.Line line : lines) {
            if (line.unhashed() != null) {
                defects.add(new Defect.MemberUnhashed(line.number(), line.unhashed()));
            }
            if (!line.isWhole()) {
                String member = line.entry() == 0
                        ? "entry"
                        : line.castBy() < 0
                                ? "castBy"
                                : line.castAt() == BallotDocument.Line.NEVER
                                        ? "castAt"
                                        : line.previous() == null ? "previous" : "hash";
                defects.add(new Defect.MemberMissing("votes[" + line.place() + "]." + member));
            }
        }
    }

    /**
     * What was found in a part of the log.
     *
     * @param checked how many entries were hashed anew
     * @param wrong what is wrong with them, in their order
     */
    private record Part(int checked, List<Defect> wrong) {}

    /** Each entry names the hash before, so that parts of the log can be checked side by side. */
    private void chain() {
        String tenant = document.ics() == null ? "" : Terms.tenantOf(document.ics());
        String stream = stream();
        List<Part> parts = IntStream.rangeClosed(0, (lines.size() - 1) / PART)
                .parallel()
                .mapToObj(part ->
                        chain(new EntryHashes(tenant, stream), part * PART, Math.min(lines.size(), (part + 1) * PART)))
                .toList();
        int checked = 0;
        List<Defect> wrong = new ArrayList<>();
        for (Part part : parts) {
            checked += part.checked();
            wrong.addAll(part.wrong());
        }
        long altered = wrong.stream().filter(Defect.HashWrong.class::isInstance).count();
        if (altered == checked && checked > 1) {
            wrong.removeIf(Defect.HashWrong.class::isInstance);
            defects.add(new Defect.TermsChanged(lines.getFirst().number(), lastNumber()));
        }
        defects.addAll(wrong);
    }

    private Part chain(EntryHashes hashes, int from, int to) {
        List<Defect> wrong = new ArrayList<>();
        int checked = 0;
        BallotDocument.Line before = from == 0 ? null : lines.get(from - 1);
        for (BallotDocument.Line line : lines.subList(from, to)) {
            Hash previous = line.previous();
            if (previous == null || !line.isWhole()) {
                before = line;
                continue;
            }
            long number = line.entry();
            checked++;
            if (!hashes.of(document.json(), line, previous).equals(line.hash())) {
                wrong.add(new Defect.HashWrong(number));
            }
            if (before == null || before.number() != number - 1) {
                before = entry(number - 1);
            }
            Hash expected = number == 1 ? Hash.NONE : before == null ? null : before.hash();
            if (expected != null && !expected.equals(previous)) {
                wrong.add(new Defect.ChainBroken(number));
            }
            if (before != null && line.castAt() < before.castAt()) {
                wrong.add(new Defect.TimeTurnedBack(number));
            }
            before = line;
        }
        return new Part(checked, wrong);
    }

    private String stream() {
        return Chain.stream(document.ballot() == null ? "" : document.ballot(), document.termsHash());
    }

    // --- the electorate, the openings, the lots ---

    private void electorate() {
        if (announced != null
                && !announced.equals(document.frozenHash())
                && !announced.equals(document.electorateHash())) {
            defects.add(new Defect.ElectorateNotAnnounced(announced, document.frozenHash()));
        }
    }

    private void openings() {
        List<BallotDocument.Opened> openings = document.openings();
        if (!document.isSecret() && openings.isEmpty()) {
            return;
        }
        Hash before = null;
        for (int place = 0; place < openings.size(); place++) {
            Hash claimed = openings.get(place).claimed();
            if (claimed == null) {
                defects.add(new Defect.MemberMissing("openings[" + place + "].commitment"));
                continue;
            }
            if (!claimed.equals(openings.get(place).opening().hash())) {
                defects.add(new Defect.OpeningWrong(place));
            }
            int order = before == null ? -1 : before.hex().compareTo(claimed.hex());
            if (order == 0) {
                defects.add(new Defect.OpeningDuplicated(place));
            } else if (order > 0) {
                defects.add(new Defect.OpeningOutOfOrder(place));
            }
            before = claimed;
        }
        List<Weights> sealed = sealedWeights();
        if (openings.isEmpty() && document.declaration() < 0) {
            remarks.add("the choices are sealed and not opened: there is nothing to count yet");
        } else if (openings.size() < sealed.size()) {
            defects.add(new Defect.CommitmentWithoutOpening(sealed.size(), openings.size()));
        } else if (openings.size() > sealed.size()) {
            defects.add(new Defect.OpeningWithoutCommitment(sealed.size(), openings.size()));
        } else if (!sameWeights(sealed, openings)) {
            defects.add(new Defect.OpeningWeightsWrong());
        }
    }

    /** What the electors weigh whose current vote is sealed. */
    private List<Weights> sealedWeights() {
        Set<String> voted = new HashSet<>();
        List<Weights> weights = new ArrayList<>();
        for (Vote vote : document.votes()) {
            if (!vote.casting() && voted.add(vote.voter())) {
                document.electorate()
                        .elector(vote.voter())
                        .filter(elector -> !elector.recused())
                        .ifPresent(elector -> weights.add(elector.weights()));
            }
        }
        return weights;
    }

    private static boolean sameWeights(List<Weights> sealed, List<BallotDocument.Opened> openings) {
        Map<Map<String, Fraction>, Integer> left = new HashMap<>();
        sealed.forEach(weights -> left.merge(weights.byClass(), 1, Integer::sum));
        for (BallotDocument.Opened opened : openings) {
            Weights own = opened.opening().weights();
            if (own == null) {
                // Without weights of their own the openings say nothing false only if there is one weight for all.
                if (left.size() > 1) {
                    return false;
                }
            } else if (left.merge(own.byClass(), -1, Integer::sum) < 0) {
                return false;
            }
        }
        return true;
    }

    private void seed(Declaration declaration) {
        if (document.seed() == null && document.rules().seed() == null) {
            declaration.lots().forEach(lot -> defects.add(new Defect.SeedMissing(lot.question())));
        }
    }

    // --- the declaration ---

    private void declaration(Declaration declaration) {
        Json json = document.json();
        int at = document.declaration();
        new Comparison(json, defects, remarks).compare(declaration, at);
        declaredHash("electorateHash", document.electorateHash(), chained);
        declaredHash("logRoot", document.logRoot(), chained);
    }

    private void declaredHash(String name, Hash actual, boolean required) {
        Json json = document.json();
        int at = json.member(document.declaration(), name);
        if (at < 0) {
            if (required) {
                defects.add(new Defect.MemberMissing("declaration." + name));
            }
            return;
        }
        String declared = json.kind(at) == Json.Kind.STRING
                ? json.string(at)
                : json.kind(at).name();
        if (!declared.equals(actual.toString())) {
            defects.add(
                    name.equals("logRoot")
                            ? new Defect.LogRootWrong(declared, actual)
                            : new Defect.ElectorateHashWrong(declared, actual));
        }
    }

    // --- witnesses ---

    private boolean sawTheEnd() {
        return witnesses.stream()
                .anyMatch(witness -> witness instanceof Witness.Checkpoint checkpoint && checkpoint.last());
    }

    /** Whatever followed it may have been cut off or written anew unseen. */
    private long newestSeen() {
        return witnesses.stream().mapToLong(Witness::number).max().orElse(0);
    }

    private void witness(Witness witness) {
        switch (witness) {
            case Witness.Receipt(String tenant, String stream, long number, Hash hash) ->
                seen(witness, tenant, stream, number, hash);
            case Witness.Checkpoint checkpoint -> checkpoint(checkpoint);
            case Witness.Slip slip -> slip(slip);
        }
    }

    private void checkpoint(Witness.Checkpoint checkpoint) {
        PublicKey key = keys.get(checkpoint.key());
        if (key == null) {
            defects.add(new Defect.KeyUnknown(checkpoint));
        } else if (!checkpoint.isSignedBy(key)) {
            defects.add(new Defect.SignatureWrong(checkpoint));
        } else {
            seen(checkpoint, checkpoint.tenant(), checkpoint.stream(), checkpoint.number(), checkpoint.hash());
            if (checkpoint.last() && lastNumber() > checkpoint.number()) {
                defects.add(new Defect.Appended(checkpoint.number() + 1, lastNumber(), checkpoint));
            }
        }
    }

    private void seen(Witness witness, String tenant, String stream, long number, Hash hash) {
        if (document.ics() == null || !tenant.equals(Terms.tenantOf(document.ics())) || !stream.equals(stream())) {
            defects.add(new Defect.ForeignWitness(witness));
            return;
        }
        if (number > lastNumber()) {
            defects.add(new Defect.Truncated(lastNumber(), witness));
            return;
        }
        BallotDocument.Line line = entry(number);
        if (line == null || !hash.equals(line.hash())) {
            defects.add(new Defect.Contradicted(number, witness));
        }
    }

    private void slip(Witness.Slip slip) {
        BallotDocument.Line line = entry(slip.number());
        if (line == null) {
            defects.add(
                    slip.number() > lastNumber()
                            ? new Defect.Truncated(lastNumber(), slip)
                            : new Defect.Contradicted(slip.number(), slip));
            return;
        }
        if (!slip.opening().sealedWith(slip.seal()).equals(line.vote().choice())) {
            defects.add(new Defect.Contradicted(slip.number(), slip));
            return;
        }
        boolean replaced = lines.stream()
                .anyMatch(later -> later.number() > line.number()
                        && later.vote().voter().equals(line.vote().voter()));
        Hash opening = slip.opening().hash();
        if (!replaced
                && document.openings().stream()
                        .noneMatch(opened -> opened.opening().hash().equals(opening))) {
            defects.add(new Defect.SlipNotOpened(slip.number()));
        }
    }
}
