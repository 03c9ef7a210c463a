package org.folkmoot.ballot;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ballot file. What decides must be there and be of its kind, and the place of what is not is named. In the rules an
 * unknown member is refused, since it might decide; elsewhere it is read over with a remark.
 */
final class BallotReader {

    static final int LONGEST_FILE = 1 << 28;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_RULES = 100;
    private static final int MOST_CANDIDATES = 1_000;
    private static final int MOST_REMARKS = 20;
    private static final int LONGEST_COUNT = 9;
    private static final int LONGEST_ENTRY = 15;

    /** So many bytes are worth the hands of another thread. */
    private static final int LARGE = 1 << 16;

    private static final Set<String> MARKS = Set.of("present", "recused");
    private static final Set<String> RULES =
            Set.of("quorum", "classes", "tie", "chair", "seed", "method", "options", "seats", "transfer", "candidates");

    /** A place that is not as it must be. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String place;

        Refused(String place, String reason) {
            super(reason);
            this.place = place;
        }
    }

    private final Json json;
    private final List<String> remarks = new ArrayList<>();
    private List<String> classes = List.of();
    private Method method = new Method.Motion();
    private boolean marked;
    private @Nullable Hash lastHash;
    private int lastHashAt;

    private BallotReader(Json json) {
        this.json = json;
    }

    static BallotDocument.Reading read(byte[] text) {
        if (text.length > LONGEST_FILE) {
            return new BallotDocument.Reading.Unreadable("", "the file is larger than 256 MiB");
        }
        try {
            return new BallotDocument.Reading.Read(new BallotReader(Json.read(text)).document());
        } catch (Json.Malformed e) {
            return new BallotDocument.Reading.Unreadable("", "not JSON: " + e.getMessage());
        } catch (Refused e) {
            return new BallotDocument.Reading.Unreadable(e.place, String.valueOf(e.getMessage()));
        } catch (CanonicalJson.NoCanonicalForm e) {
            return new BallotDocument.Reading.Unreadable("", String.valueOf(e.getMessage()));
        }
    }

    private BallotDocument document() throws Refused, CanonicalJson.NoCanonicalForm {
        int root = json.root();
        require(json.kind(root) == Json.Kind.OBJECT, "", "a ballot file is a JSON object");
        int format = required(root, "", "format");
        String name = text(format, "format");
        require(name.equals(BallotFile.FORMAT), "format", "\"" + name + "\" is not " + BallotFile.FORMAT);
        int rulesAt = required(root, "", "rules");
        int electorateAt = required(root, "", "electorate");
        int votesAt = required(root, "", "votes");
        int openingsAt = -1;
        int declaration = -1;
        int ballot = -1;
        int ics = -1;
        int motion = -1;
        int seedAt = -1;
        for (int member = json.first(root); member < json.next(root); member = json.next(member + 1)) {
            switch (json.symbol(member)) {
                case "format",
                        "rules",
                        "electorate",
                        "votes",
                        "method",
                        "seats",
                        "transfer",
                        "candidates",
                        "options" -> {}
                case "openings" -> openingsAt = member + 1;
                case "declaration" -> declaration = member + 1;
                case "ballot" -> ballot = member + 1;
                case "ics" -> ics = member + 1;
                case "motion" -> motion = member + 1;
                case "seed" -> seedAt = member + 1;
                default -> remark(json.string(member), "unknown, read over");
            }
        }
        Rules rules = rules(root, rulesAt);
        method = rules.method();
        var beside = new BallotReader(json);
        beside.method = method;
        CompletableFuture<List<BallotDocument.Line>> voting = beside.votesBeside(votesAt);
        Electorate electorate = electorate(electorateAt);
        remarkEmptyClasses(rules, electorate);
        if (method instanceof Method.Ranked && rules.classes().isEmpty()) {
            require(
                    electorate.classes().size() <= 1,
                    "rules.classes",
                    "a ranked ballot names the class whose weights its papers have");
        }
        if (motion >= 0) {
            text(motion, "motion");
        }
        var canonical = new Octets((json.end(electorateAt) - json.start(electorateAt)) + 16);
        CanonicalJson.write(json, electorateAt, canonical);
        Hash electorateHash = canonical.hash();
        Octets frozen = canonical;
        Hash frozenHash = electorateHash;
        if (marked) {
            frozen = new Octets(canonical.length() + 16);
            CanonicalJson.write(json, electorateAt, frozen, MARKS, 1);
            frozenHash = frozen.hash();
        }
        Hash termsHash = termsHash(ballot, frozen, ics, motion, rulesAt);
        List<BallotDocument.Line> lines = read(voting);
        beside.remarks.stream().limit(MOST_REMARKS - remarks.size()).forEach(remarks::add);
        List<BallotDocument.Opened> openings = openingsAt < 0 ? List.of() : openings(openingsAt);
        requireOneKind(lines, openings);
        String seed = seedAt < 0 ? null : text(seedAt, "seed");
        require(
                seed == null || rules.seed() == null || seed.equals(rules.seed()),
                "seed",
                "another seed stands in rules.seed");
        if (declaration >= 0) {
            require(json.kind(declaration) == Json.Kind.OBJECT, "declaration", "an object should stand here");
        }
        return new BallotDocument(
                json,
                declaration,
                ballot < 0 ? null : name(ballot, "ballot"),
                ics < 0 ? null : name(ics, "ics"),
                rules,
                electorate,
                electorateHash,
                frozenHash,
                termsHash,
                lines,
                openings,
                seed,
                remarks);
    }

    private Hash termsHash(int ballot, Octets frozenElectorate, int ics, int motion, int rules)
            throws CanonicalJson.NoCanonicalForm {
        var before = new Octets(256).add('{');
        if (ballot >= 0) {
            before.add("\"ballot\":");
            CanonicalJson.write(json, ballot, before);
            before.add(',');
        }
        before.add("\"electorate\":");
        var after = new Octets(1024);
        if (ics >= 0) {
            after.add(",\"ics\":");
            CanonicalJson.write(json, ics, after);
        }
        if (motion >= 0) {
            after.add(",\"motion\":");
            CanonicalJson.write(json, motion, after);
        }
        after.add(",\"rules\":");
        CanonicalJson.write(json, rules, after);
        return Octets.hashOfAll(before, frozenElectorate, after.add('}'));
    }

    // --- side by side ---

    /** Reads the votes; where there are many, beside whatever else is done meanwhile. */
    private CompletableFuture<List<BallotDocument.Line>> votesBeside(int at) {
        Supplier<List<BallotDocument.Line>> votes = () -> {
            try {
                return votes(at);
            } catch (Refused e) {
                throw new CompletionException(e);
            }
        };
        return json.end(at) - json.start(at) < LARGE
                ? CompletableFuture.supplyAsync(votes, Runnable::run)
                : CompletableFuture.supplyAsync(votes);
    }

    private static List<BallotDocument.Line> read(CompletableFuture<List<BallotDocument.Line>> voting) throws Refused {
        try {
            return voting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw e;
        }
    }

    // --- rules ---

    private Rules rules(int root, int at) throws Refused {
        require(json.kind(at) == Json.Kind.OBJECT, "rules", "an object should stand here");
        for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
            String name = json.string(member);
            require(RULES.contains(name), "rules." + printable(name), "no rule of this format");
        }
        int classesAt = json.member(at, "classes");
        List<VotingClass> votingClasses = new ArrayList<>();
        if (classesAt >= 0) {
            requireArray(classesAt, "rules.classes", MOST_RULES);
            for (int item = json.first(classesAt); item < json.next(classesAt); item = json.next(item)) {
                votingClasses.add(votingClass(item, "rules.classes[" + votingClasses.size() + "]"));
            }
        }
        classes = votingClasses.stream().map(VotingClass::name).toList();
        int quorumAt = json.member(at, "quorum");
        List<QuorumRule> quorum = new ArrayList<>();
        if (quorumAt >= 0) {
            requireArray(quorumAt, "rules.quorum", MOST_RULES);
            for (int item = json.first(quorumAt); item < json.next(quorumAt); item = json.next(item)) {
                quorum.add(quorumRule(item, "rules.quorum[" + quorum.size() + "]"));
            }
        }
        int tieAt = json.member(at, "tie");
        int chairAt = json.member(at, "chair");
        int seedAt = json.member(at, "seed");
        Tie tie = tieAt < 0 ? Tie.LOST : word(tieAt, "rules.tie", Tie.values(), Tie::word);
        try {
            return new Rules(
                    method(root, at),
                    quorum,
                    votingClasses,
                    tie,
                    chairAt < 0 ? null : name(chairAt, "rules.chair"),
                    seedAt < 0 ? null : text(seedAt, "rules.seed"));
        } catch (IllegalArgumentException e) {
            throw new Refused("rules.classes", String.valueOf(e.getMessage()));
        }
    }

    private VotingClass votingClass(int at, String place) throws Refused {
        require(json.kind(at) == Json.Kind.OBJECT, place, "an object should stand here");
        String name = name(required(at, place, "name"), place + ".name");
        Fraction atLeast = number(required(at, place, "atLeast"), place + ".atLeast");
        boolean strict = false;
        VotingClass.Base base = VotingClass.Base.FOR_AND_AGAINST;
        int leastFor = 0;
        for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
            String own = place + "." + printable(json.string(member));
            switch (json.symbol(member)) {
                case "name", "atLeast" -> {}
                case "strict" -> strict = truth(member + 1, own);
                case "base" -> base = word(member + 1, own, VotingClass.Base.values(), VotingClass.Base::word);
                case "leastFor" -> leastFor = count(member + 1, own);
                default -> throw new Refused(own, "no rule of this format");
            }
        }
        try {
            return new VotingClass(name, new Threshold(atLeast, strict), base, leastFor);
        } catch (IllegalArgumentException e) {
            throw new Refused(place + ".atLeast", String.valueOf(e.getMessage()));
        }
    }

    private QuorumRule quorumRule(int at, String place) throws Refused {
        require(json.kind(at) == Json.Kind.OBJECT, place, "an object should stand here");
        QuorumRule.Measure measure = word(
                required(at, place, "measure"),
                place + ".measure",
                QuorumRule.Measure.values(),
                QuorumRule.Measure::word);
        Fraction atLeast = number(required(at, place, "atLeast"), place + ".atLeast");
        boolean strict = false;
        boolean abstentionsCount = true;
        String votingClass = null;
        for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
            String own = place + "." + printable(json.string(member));
            switch (json.symbol(member)) {
                case "measure", "atLeast" -> {}
                case "strict" -> strict = truth(member + 1, own);
                case "abstentionsCount" -> abstentionsCount = truth(member + 1, own);
                case "class" -> votingClass = name(member + 1, own);
                default -> throw new Refused(own, "no rule of this format");
            }
        }
        if (measure == QuorumRule.Measure.WEIGHT && votingClass == null && classes.size() == 1) {
            votingClass = classes.getFirst();
        }
        try {
            return new QuorumRule(measure, votingClass, new Threshold(atLeast, strict), abstentionsCount);
        } catch (IllegalArgumentException e) {
            throw new Refused(place, String.valueOf(e.getMessage()));
        }
    }

    private Method method(int root, int rules) throws Refused {
        int at = ofMethod(root, rules, "method");
        String word = at < 0 ? "motion" : text(at, "rules.method");
        int seats = ofMethod(root, rules, "seats");
        int transfer = ofMethod(root, rules, "transfer");
        int candidates = ofMethod(root, rules, "candidates");
        int options = ofMethod(root, rules, "options");
        boolean ranked = word.equals("stv");
        require(
                ranked || (seats < 0 && transfer < 0 && candidates < 0),
                "rules",
                "seats, transfer and candidates belong to the method stv");
        require(word.equals("options") || options < 0, "rules.options", "options belong to the method options");
        try {
            return switch (word) {
                case "motion" -> new Method.Motion();
                case "options" -> {
                    require(options >= 0, "rules.options", "is missing");
                    yield new Method.Options(names(options, "rules.options", MOST_CANDIDATES));
                }
                case "stv" -> {
                    require(seats >= 0, "rules.seats", "is missing");
                    require(transfer >= 0, "rules.transfer", "is missing");
                    yield new Method.Ranked(
                            count(seats, "rules.seats"),
                            word(transfer, "rules.transfer", Method.Transfer.values(), Method.Transfer::word),
                            candidates < 0 ? List.of() : names(candidates, "rules.candidates", MOST_CANDIDATES));
                }
                default -> throw new Refused("rules.method", quoted(word) + " is none of motion, options, stv");
            };
        } catch (IllegalArgumentException e) {
            throw new Refused("rules." + (ranked ? "seats" : "options"), String.valueOf(e.getMessage()));
        }
    }

    /** The format lets a ranked ballot's members stand in the rules, or beside them, but not in both places. */
    private int ofMethod(int root, int rules, String name) throws Refused {
        int inside = json.member(rules, name);
        int beside = json.member(root, name);
        require(inside < 0 || beside < 0, name, "stands in the rules, too");
        return inside >= 0 ? inside : beside;
    }

    // --- electorate ---

    private Electorate electorate(int at) throws Refused {
        require(json.kind(at) == Json.Kind.ARRAY, "electorate", "a list should stand here");
        List<Elector> electors = new ArrayList<>();
        List<String> columns = List.of();
        Weights none = new Weights(List.of(), List.of());
        for (int item = json.first(at); item < json.next(at); item = json.next(item)) {
            int index = electors.size();
            requireObject(item, "electorate", index);
            String voter = null;
            Weights weights = none;
            boolean recused = false;
            boolean present = false;
            for (int member = json.first(item); member < json.next(item); member = json.next(member + 1)) {
                switch (json.symbol(member)) {
                    case "voter" -> voter = rareName(member + 1, "electorate", index, "voter");
                    case "weights" -> {
                        weights = weights(member + 1, columns, "electorate", index);
                        columns = weights.classes();
                    }
                    case "recused" -> {
                        marked = true;
                        recused = truth(member + 1, place("electorate", index, "recused"));
                    }
                    case "present" -> {
                        marked = true;
                        present = truth(member + 1, place("electorate", index, "present"));
                    }
                    default -> remark(place("electorate", index, json.string(member)), "unknown, read over");
                }
            }
            if (voter == null) {
                throw new Refused(place("electorate", index, "voter"), "is missing");
            }
            electors.add(new Elector(voter, weights, recused, present));
        }
        try {
            return new Electorate(electors);
        } catch (IllegalArgumentException e) {
            throw new Refused("electorate", String.valueOf(e.getMessage()));
        }
    }

    /** The weights; their list of classes is the one before if it is the same, as it nearly always is. */
    private Weights weights(int at, List<String> before, String list, int index) throws Refused {
        if (json.kind(at) != Json.Kind.OBJECT) {
            throw new Refused(place(list, index, "weights"), "an object should stand here");
        }
        var numbers = new ArrayList<Fraction>(before.size());
        boolean asBefore = true;
        for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
            String name = json.symbol(member);
            asBefore = asBefore && numbers.size() < before.size() && name.equals(before.get(numbers.size()));
            if (json.kind(member + 1) != Json.Kind.STRING) {
                throw notANumber(place(list, index, "weights." + printable(name)));
            }
            try {
                numbers.add(fraction(member + 1));
            } catch (IllegalArgumentException e) {
                throw new Refused(place(list, index, "weights." + printable(name)), printable(e.getMessage()));
            }
        }
        return new Weights(asBefore && numbers.size() == before.size() ? before : names(at), numbers);
    }

    private List<String> names(int object) {
        List<String> names = new ArrayList<>();
        for (int member = json.first(object); member < json.next(object); member = json.next(member + 1)) {
            names.add(json.symbol(member));
        }
        return names;
    }

    private void remarkEmptyClasses(Rules rules, Electorate electorate) {
        var columns = electorate.classes();
        for (VotingClass votingClass : rules.classes()) {
            if (!columns.contains(votingClass.name())) {
                remark("rules.classes", "nobody in the electorate has a weight in " + quoted(votingClass.name()));
            }
        }
        for (QuorumRule rule : rules.quorum()) {
            if (rule.votingClass() != null && !columns.contains(rule.votingClass())) {
                remark("rules.quorum", "nobody in the electorate has a weight in " + quoted(rule.votingClass()));
            }
        }
    }

    // --- votes ---

    private List<BallotDocument.Line> votes(int at) throws Refused {
        require(json.kind(at) == Json.Kind.ARRAY, "votes", "a list should stand here");
        List<BallotDocument.Line> lines = new ArrayList<>();
        for (int item = json.first(at); item < json.next(at); item = json.next(item)) {
            lines.add(line(item, lines.size()));
        }
        boolean numbered = !lines.isEmpty() && lines.getFirst().entry() > 0;
        for (BallotDocument.Line line : lines) {
            if ((line.entry() > 0) != numbered) {
                throw new Refused(
                        place("votes", line.place(), "entry"), "either every vote has an entry number or none has");
            }
        }
        return lines;
    }

    private BallotDocument.Line line(int at, int index) throws Refused {
        requireObject(at, "votes", index);
        String voter = null;
        int voterAt = -1;
        int choice = -1;
        int commitment = -1;
        boolean casting = false;
        long entry = 0;
        int castBy = -1;
        long castAt = BallotDocument.Line.NEVER;
        Hash previous = null;
        Hash hash = null;
        String unhashed = null;
        for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
            int value = member + 1;
            switch (json.symbol(member)) {
                case "voter" -> {
                    voter = rareName(value, "votes", index, "voter");
                    voterAt = value;
                }
                case "choice" -> choice = value;
                case "commitment" -> commitment = value;
                case "casting" -> casting = truth(value, place("votes", index, "casting"));
                case "entry" -> entry = entry(value, index);
                case "castBy" -> castBy = requireName(value, "votes", index, "castBy");
                case "castAt" -> castAt = time(value, index);
                case "previous" -> previous = previous(value, index);
                case "hash" -> {
                    hash = hash(value, "votes", index, "hash");
                    lastHash = hash;
                    lastHashAt = value;
                }
                default -> {
                    unhashed = json.string(member);
                    remark(place("votes", index, unhashed), "unknown, read over");
                }
            }
        }
        if (voter == null) {
            throw new Refused(place("votes", index, "voter"), "is missing");
        }
        if ((choice < 0) == (commitment < 0)) {
            throw new Refused(
                    place("votes", index, "choice"),
                    choice < 0 ? "is missing" : "stands beside a commitment: a vote is open or secret");
        }
        Choice said = choice >= 0
                ? choice(choice, "votes", index)
                : new Choice.Committed(hash(commitment, "votes", index, "commitment"));
        return new BallotDocument.Line(
                index,
                new Vote(voter, said, casting),
                voterAt,
                Math.max(choice, commitment),
                entry,
                castBy,
                castAt,
                previous,
                hash,
                unhashed);
    }

    private Choice choice(int at, String list, int index) throws Refused {
        switch (method) {
            case Method.Motion() -> {
                if (json.kind(at) == Json.Kind.STRING) {
                    switch (json.symbol(at)) {
                        case "for" -> {
                            return Position.FOR;
                        }
                        case "against" -> {
                            return Position.AGAINST;
                        }
                        case "abstain" -> {
                            return Position.ABSTAIN;
                        }
                        default -> {}
                    }
                }
                throw new Refused(place(list, index, "choice"), "is none of for, against, abstain");
            }
            case Method.Options(List<String> options) -> {
                String option = name(at, list, index, "choice");
                if (options.contains(option)) {
                    return new Choice.Option(option);
                }
                if (option.equals(Position.ABSTAIN.word())) {
                    return Position.ABSTAIN;
                }
                throw new Refused(place(list, index, "choice"), quoted(option) + " is none of the options");
            }
            case Method.Ranked ranked -> {
                List<String> candidates = ranked.candidates();
                if (json.kind(at) == Json.Kind.STRING && json.symbol(at).equals(Position.ABSTAIN.word())) {
                    return Position.ABSTAIN;
                }
                List<String> ranking = names(at, place(list, index, "choice"), MOST_CANDIDATES);
                for (String candidate : ranking) {
                    if (!candidates.isEmpty() && !candidates.contains(candidate)) {
                        throw new Refused(
                                place(list, index, "choice"), quoted(candidate) + " is none of the candidates");
                    }
                }
                try {
                    return new Choice.Ranking(ranking);
                } catch (IllegalArgumentException e) {
                    throw new Refused(place(list, index, "choice"), printable(e.getMessage()));
                }
            }
        }
    }

    private List<BallotDocument.Opened> openings(int at) throws Refused {
        require(json.kind(at) == Json.Kind.ARRAY, "openings", "a list should stand here");
        List<BallotDocument.Opened> openings = new ArrayList<>();
        for (int item = json.first(at); item < json.next(at); item = json.next(item)) {
            int index = openings.size();
            requireObject(item, "openings", index);
            String salt = null;
            Choice choice = null;
            Weights weights = null;
            Hash claimed = null;
            for (int member = json.first(item); member < json.next(item); member = json.next(member + 1)) {
                int value = member + 1;
                switch (json.symbol(member)) {
                    case "salt" -> salt = name(value, "openings", index, "salt");
                    case "choice" -> choice = choice(value, "openings", index);
                    case "weights" -> weights = weights(value, List.of(), "openings", index);
                    case "commitment" -> claimed = hash(value, "openings", index, "commitment");
                    default ->
                        throw new Refused(
                                place("openings", index, json.string(member)),
                                "an opening says nothing but salt, choice, weights and commitment");
                }
            }
            if (salt == null || choice == null) {
                throw new Refused(place("openings", index, salt == null ? "salt" : "choice"), "is missing");
            }
            try {
                openings.add(new BallotDocument.Opened(new Opening(salt, choice, weights), claimed));
            } catch (IllegalArgumentException e) {
                throw new Refused(place("openings", index, "salt"), String.valueOf(e.getMessage()));
            }
        }
        return openings;
    }

    /** A ballot is open or secret. Only a casting vote is open in either. */
    private static void requireOneKind(List<BallotDocument.Line> lines, List<BallotDocument.Opened> openings)
            throws Refused {
        int secret = 0;
        BallotDocument.Line open = null;
        for (BallotDocument.Line line : lines) {
            if (line.vote().choice() instanceof Choice.Committed) {
                require(!line.vote().casting(), place("votes", line.place(), "casting"), "a casting vote is open");
                secret++;
            } else if (!line.vote().casting()) {
                open = line;
            }
        }
        if (secret > 0 && open != null) {
            throw new Refused(place("votes", open.place(), "choice"), "other votes of this ballot are secret");
        }
        if (open != null && !openings.isEmpty()) {
            throw new Refused("openings", "the votes of this ballot are open");
        }
    }

    // --- single values ---

    private @Nullable Hash hashOrNull(int at) {
        return json.kind(at) == Json.Kind.STRING ? Hash.parse(json.bytes(), json.start(at), json.end(at)) : null;
    }

    /** Nearly always the last hash that was read: that of the entry before. */
    private Hash previous(int at, int index) throws Refused {
        return lastHash != null && json.isSameText(lastHashAt, at) ? lastHash : hash(at, "votes", index, "previous");
    }

    private Hash hash(int at, String list, int index, String name) throws Refused {
        Hash hash = hashOrNull(at);
        if (hash == null) {
            throw new Refused(place(list, index, name), "a hash is sha256: and 64 lower-case hexadecimal digits");
        }
        return hash;
    }

    private long entry(int at, int index) throws Refused {
        if (json.kind(at) == Json.Kind.INTEGER && json.end(at) - json.start(at) <= LONGEST_ENTRY) {
            long number = json.smallInteger(at);
            if (number >= 1) {
                return number;
            }
        }
        throw new Refused(place("votes", index, "entry"), "entries are numbered 1, 2, 3 without quotation marks");
    }

    private long time(int at, int index) throws Refused {
        if (json.kind(at) == Json.Kind.STRING) {
            try {
                return Times.micros(json.bytes(), json.start(at), json.end(at));
            } catch (DateTimeException e) {
                // Refused below, with the place.
            }
        }
        throw new Refused(
                place("votes", index, "castAt"),
                "a time in UTC is needed, like 2026-11-21T09:30:00Z, with at most six decimals");
    }

    private Fraction number(int at, String place) throws Refused {
        if (json.kind(at) != Json.Kind.STRING) {
            throw notANumber(place);
        }
        try {
            return Fraction.parse(json.symbol(at));
        } catch (IllegalArgumentException e) {
            throw new Refused(place, printable(e.getMessage()));
        }
    }

    /** A text's number; of a plain integer, as nearly all weights are, without making the text. */
    private Fraction fraction(int at) {
        long number = json.smallInteger(at);
        return number >= 0 ? Fraction.of(number) : Fraction.parse(json.string(at));
    }

    private static Refused notANumber(String place) {
        return new Refused(place, "numbers that decide stand in quotation marks: \"3\", \"2/3\", \"2.5\"");
    }

    /** A small whole number: a JSON integer, or its text. */
    private int count(int at, String place) throws Refused {
        String digits = json.kind(at) == Json.Kind.STRING ? json.string(at) : json.digits(at);
        boolean whole = json.kind(at) == Json.Kind.STRING || json.kind(at) == Json.Kind.INTEGER;
        if (!whole || digits.isEmpty() || digits.length() > LONGEST_COUNT) {
            throw new Refused(place, "a whole number should stand here");
        }
        for (int index = 0; index < digits.length(); index++) {
            require(
                    digits.charAt(index) >= '0' && digits.charAt(index) <= '9',
                    place,
                    "a whole number that is not negative should stand here");
        }
        return Integer.parseInt(digits);
    }

    private boolean truth(int at, String place) throws Refused {
        return switch (json.kind(at)) {
            case TRUE -> true;
            case FALSE -> false;
            case OBJECT, ARRAY, STRING, INTEGER, DECIMAL, NULL ->
                throw new Refused(place, "true or false should stand here");
        };
    }

    private <T> T word(int at, String place, T[] values, java.util.function.Function<T, String> wordOf) throws Refused {
        String word = text(at, place);
        var words = new ArrayList<String>();
        for (T value : values) {
            if (wordOf.apply(value).equals(word)) {
                return value;
            }
            words.add(wordOf.apply(value));
        }
        throw new Refused(place, quoted(word) + " is none of " + String.join(", ", words));
    }

    private List<String> names(int at, String place, int most) throws Refused {
        requireArray(at, place, most);
        List<String> names = new ArrayList<>();
        for (int item = json.first(at); item < json.next(at); item = json.next(item)) {
            if (json.kind(item) != Json.Kind.STRING || json.end(item) == json.start(item)) {
                throw new Refused(place + "[" + names.size() + "]", "a name should stand here");
            }
            names.add(json.symbol(item));
        }
        return names;
    }

    private String name(int at, String list, int index, String member) throws Refused {
        return json.symbol(requireName(at, list, index, member));
    }

    /** A name that is not expected to come up again. */
    private String rareName(int at, String list, int index, String member) throws Refused {
        return json.string(requireName(at, list, index, member));
    }

    private int requireName(int at, String list, int index, String member) throws Refused {
        if (!isName(at)) {
            throw new Refused(place(list, index, member), "a name should stand here");
        }
        return at;
    }

    private String name(int at, String place) throws Refused {
        require(isName(at), place, "a name should stand here");
        return json.string(at);
    }

    private boolean isName(int at) {
        int length = json.end(at) - json.start(at);
        return json.kind(at) == Json.Kind.STRING && length > 0 && length <= LONGEST_NAME;
    }

    private String text(int at, String place) throws Refused {
        require(
                json.kind(at) == Json.Kind.STRING && json.end(at) - json.start(at) <= LONGEST_TEXT,
                place,
                "a text should stand here");
        return json.string(at);
    }

    private int required(int object, String place, String name) throws Refused {
        int value = json.member(object, name);
        require(value >= 0, place.isEmpty() ? name : place + "." + name, "is missing");
        return value;
    }

    private void requireArray(int at, String place, int most) throws Refused {
        require(json.kind(at) == Json.Kind.ARRAY, place, "a list should stand here");
        require(json.size(at) <= most, place, "at most " + most + " may stand here");
    }

    private void requireObject(int at, String list, int index) throws Refused {
        if (json.kind(at) != Json.Kind.OBJECT) {
            throw new Refused(list + "[" + index + "]", "an object should stand here");
        }
    }

    private static void require(boolean fulfilled, String place, String reason) throws Refused {
        if (!fulfilled) {
            throw new Refused(place, reason);
        }
    }

    private void remark(String place, String what) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(printable(place) + ": " + what);
        }
    }

    private static String place(String list, int index, String member) {
        return list + "[" + index + "]." + printable(member);
    }

    private static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    /** What is quoted from a file must neither flood nor command the terminal that shows it. */
    static String printable(@Nullable String text) {
        return Texts.printable(String.valueOf(text));
    }
}
