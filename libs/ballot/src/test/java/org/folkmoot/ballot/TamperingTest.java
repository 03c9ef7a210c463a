package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.OPENED;
import static org.folkmoot.ballot.Ballots.defects;
import static org.folkmoot.ballot.Ballots.honest;
import static org.folkmoot.ballot.Ballots.secret;
import static org.folkmoot.ballot.Ballots.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is done to a published file, it is noticed and named. */
class TamperingTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What somebody does to one vote of the text, without the means or the care to make hashes anew. */
    enum Deed {
        DROP,
        DROP_AND_RENUMBER,
        SWAP,
        DUPLICATE,
        INSERT,
        TRUNCATE,
        EDIT_CHOICE,
        EDIT_VOTER,
        EDIT_CAST_BY,
        EDIT_CAST_AT,
        EDIT_PREVIOUS,
        EDIT_HASH,
        ADD_A_MEMBER,
        DROP_A_MEMBER,
        MAKE_IT_CASTING
    }

    @Property(tries = 6_000)
    void every_deed_against_a_vote_is_named(
            @ForAll Deed deed, @ForAll @IntRange(min = 6, max = 20) int voters, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        ObjectNode file = published(honest(voters));
        ArrayNode votes = (ArrayNode) file.get("votes");
        int target = random.nextInt(votes.size());
        // When
        Class<? extends Defect> expected = tamper(deed, votes, target, random);
        // Then
        assertThat(defects(verify(text(file)))).as(file::toString).hasAtLeastOneElementOfType(expected);
    }

    @Test
    void in_a_log_that_is_checked_in_parts_a_deed_at_their_borders_is_named() {
        // Given
        ObjectNode honest = published(honest(2_600));
        for (int target : List.of(0, 999, 1_000, 1_001, 1_999, 2_000)) {
            ObjectNode file = honest.deepCopy();
            // When
            ((ObjectNode) file.get("votes").get(target)).put("previous", "sha256:" + "1".repeat(64));
            // Then
            assertThat(defects(verify(text(file))))
                    .containsExactly(new Defect.HashWrong(target + 1L), new Defect.ChainBroken(target + 1L));
        }
        assertThat(defects(verify(text(honest)))).isEmpty();
    }

    private static Class<? extends Defect> tamper(Deed deed, ArrayNode votes, int target, Random random) {
        ObjectNode vote = (ObjectNode) votes.get(target);
        boolean atEnd = target == votes.size() - 1;
        return switch (deed) {
            case DROP -> {
                votes.remove(target);
                yield atEnd ? Defect.LogRootWrong.class : Defect.EntryMissing.class;
            }
            case DROP_AND_RENUMBER -> {
                votes.remove(target);
                for (int index = 0; index < votes.size(); index++) {
                    ((ObjectNode) votes.get(index)).put("entry", index + 1);
                }
                yield atEnd
                        ? Defect.LogRootWrong.class
                        : target == 0 ? Defect.TermsChanged.class : Defect.HashWrong.class;
            }
            case SWAP -> {
                int neighbour = atEnd ? target - 1 : target + 1;
                JsonNode other = votes.get(neighbour);
                votes.set(neighbour, vote);
                votes.set(target, other);
                yield Defect.EntryOutOfOrder.class;
            }
            case DUPLICATE -> {
                votes.insert(random.nextInt(votes.size() + 1), vote.deepCopy());
                yield Defect.EntryDuplicated.class;
            }
            case INSERT -> {
                votes.insert(target, vote.deepCopy().put("choice", "against").put("voter", "D80001"));
                yield Defect.EntryDuplicated.class;
            }
            case TRUNCATE -> {
                while (votes.size() > target) {
                    votes.remove(target);
                }
                yield Defect.LogRootWrong.class;
            }
            case EDIT_CHOICE -> {
                vote.put("choice", vote.get("choice").asText().equals("against") ? "for" : "against");
                yield Defect.HashWrong.class;
            }
            case EDIT_VOTER -> {
                vote.put("voter", "X" + random.nextInt());
                yield random.nextBoolean() ? Defect.HashWrong.class : Defect.NotInElectorate.class;
            }
            case EDIT_CAST_BY -> {
                vote.put("castBy", "Dr Nobody");
                yield Defect.HashWrong.class;
            }
            case EDIT_CAST_AT -> {
                vote.put("castAt", "2026-11-21T09:29:59.999999Z");
                yield Defect.HashWrong.class;
            }
            case EDIT_PREVIOUS -> {
                vote.put("previous", "sha256:" + "a".repeat(64));
                yield Defect.ChainBroken.class;
            }
            case EDIT_HASH -> {
                vote.put("hash", "sha256:" + "b".repeat(64));
                yield atEnd ? Defect.LogRootWrong.class : Defect.ChainBroken.class;
            }
            case ADD_A_MEMBER -> {
                vote.put("note", "cast under protest");
                yield Defect.MemberUnhashed.class;
            }
            case DROP_A_MEMBER -> {
                vote.remove(List.of("castBy", "castAt", "previous", "hash").get(random.nextInt(4)));
                yield Defect.MemberMissing.class;
            }
            case MAKE_IT_CASTING -> {
                vote.put("casting", true);
                yield Defect.CastingVoteNotForeseen.class;
            }
        };
    }

    /** What somebody does who makes every hash and the declaration anew. Only a witness can tell. */
    enum Forgery {
        DROP,
        SWAP,
        INSERT,
        TRUNCATE,
        EDIT_CHOICE,
        EDIT_WEIGHT,
        EDIT_RULE,
        EDIT_MOTION
    }

    @Property(tries = 2_000)
    void every_forgery_meets_the_receipts(
            @ForAll Forgery forgery, @ForAll @IntRange(min = 6, max = 20) int voters, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        BallotFile file = honest(voters);
        Entry held = file.entries().getLast();
        Witness receipt = new Witness.Receipt(file.terms().tenant(), file.terms().stream(), held.number(), held.hash());
        // When
        byte[] forged = forge(forgery, file, random).declared(OPENED);
        // Then
        assertThat(defects(verify(forged))).isEmpty();
        assertThat(defects(verify(forged, receipt)))
                .singleElement()
                .isInstanceOf(
                        switch (forgery) {
                            case DROP, TRUNCATE -> Defect.Truncated.class;
                            case SWAP, INSERT, EDIT_CHOICE -> Defect.Contradicted.class;
                            case EDIT_WEIGHT, EDIT_RULE, EDIT_MOTION -> Defect.ForeignWitness.class;
                        });
    }

    private static BallotFile forge(Forgery forgery, BallotFile file, Random random) {
        Terms terms = file.terms();
        List<Vote> votes =
                new ArrayList<>(file.entries().stream().map(Entry::vote).toList());
        int target = random.nextInt(votes.size());
        switch (forgery) {
            case DROP -> votes.remove(target);
            case SWAP -> votes.set(target, votes.set((target + 1) % votes.size(), votes.get(target)));
            case INSERT -> votes.add(target, Vote.of("D80001", Position.AGAINST));
            case TRUNCATE -> votes.subList(target, votes.size()).clear();
            case EDIT_CHOICE -> {
                Vote vote = votes.get(target);
                votes.set(
                        target,
                        Vote.of(vote.voter(), vote.choice() == Position.AGAINST ? Position.FOR : Position.AGAINST));
            }
            case EDIT_WEIGHT -> {
                List<Elector> electors = new ArrayList<>(terms.electorate().electors());
                electors.set(0, Ballots.elector(electors.getFirst().voter(), "patients", "1000000"));
                terms = new Terms(terms.ballot(), terms.ics(), terms.motion(), terms.rules(), new Electorate(electors));
            }
            case EDIT_RULE -> {
                Rules rules = Ballots.rules(Ballots.moreThan("patients", "1/3"));
                terms = new Terms(terms.ballot(), terms.ics(), terms.motion(), rules, terms.electorate());
            }
            case EDIT_MOTION ->
                terms = new Terms(terms.ballot(), terms.ics(), "Refuse them", terms.rules(), terms.electorate());
        }
        return new BallotFile(terms, Ballots.log(terms, votes), List.of(), null);
    }

    @Property(tries = 2_000)
    void every_change_of_what_surrounds_the_votes_is_named(@ForAll @IntRange(max = 10) int deed, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        ObjectNode file = published(honest(6 + random.nextInt(10)));
        ArrayNode electorate = (ArrayNode) file.get("electorate");
        ObjectNode elector = (ObjectNode) electorate.get(random.nextInt(electorate.size()));
        ObjectNode declaration = (ObjectNode) file.get("declaration");
        ObjectNode result = (ObjectNode) declaration.get("classes").get(random.nextInt(2));
        // When
        Class<? extends Defect> expected = switch (deed) {
            case 0 -> {
                ((ObjectNode) elector.get("weights")).put("patients", Integer.toString(random.nextInt(1_000)));
                yield random.nextBoolean() ? Defect.TermsChanged.class : Defect.ElectorateHashWrong.class;
            }
            case 1 -> {
                elector.put("recused", !elector.path("recused").asBoolean());
                yield Defect.ElectorateHashWrong.class;
            }
            case 2 -> {
                electorate.remove(random.nextInt(electorate.size()));
                yield Defect.TermsChanged.class;
            }
            case 3 -> {
                electorate.addObject().put("voter", "new").putObject("weights").put("practices", "1");
                yield Defect.TermsChanged.class;
            }
            case 4 -> {
                file.put(random.nextBoolean() ? "motion" : "ballot", "another");
                yield Defect.TermsChanged.class;
            }
            case 5 -> {
                file.put("ics", "QR1");
                yield Defect.TermsChanged.class;
            }
            case 6 -> {
                ((ObjectNode) file.get("rules").get("classes").get(0)).put("atLeast", "1/3");
                yield Defect.TermsChanged.class;
            }
            case 7 -> {
                result.put(List.of("for", "against", "abstain", "base").get(random.nextInt(4)), "9999999");
                yield Defect.TallyDoesNotFollow.class;
            }
            case 8 -> {
                result.put("reached", !result.get("reached").asBoolean());
                yield Defect.TallyDoesNotFollow.class;
            }
            case 9 -> {
                declaration.put("outcome", declaration.get("outcome").asText().equals("lost") ? "carried" : "lost");
                yield Defect.TallyDoesNotFollow.class;
            }
            default -> {
                declaration.remove(List.of("quorumMet", "classes", "outcome", "electorateHash", "logRoot")
                        .get(random.nextInt(5)));
                yield Defect.MemberMissing.class;
            }
        };
        // Then
        assertThat(defects(verify(text(file)))).as(file::toString).hasAtLeastOneElementOfType(expected);
    }

    @Property(tries = 1_500)
    void every_deed_against_openings_is_named(@ForAll @IntRange(max = 7) int deed, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        ObjectNode file = published(secret(4 + random.nextInt(8), random).file());
        ArrayNode openings = (ArrayNode) file.get("openings");
        int target = random.nextInt(openings.size());
        ObjectNode opening = (ObjectNode) openings.get(target);
        // When
        Class<? extends Defect> expected = switch (deed) {
            case 0 -> {
                openings.remove(target);
                yield Defect.CommitmentWithoutOpening.class;
            }
            case 1 -> {
                openings.insert(target, opening.deepCopy());
                yield Defect.OpeningDuplicated.class;
            }
            case 2 -> {
                openings.insert(target, opening.deepCopy());
                yield Defect.OpeningWithoutCommitment.class;
            }
            case 3 -> {
                opening.put("choice", opening.get("choice").asText().equals("for") ? "against" : "for");
                yield Defect.OpeningWrong.class;
            }
            case 4 -> {
                opening.put("salt", Ballots.chance(random));
                yield Defect.OpeningWrong.class;
            }
            case 5 -> {
                int other = (target + 1) % openings.size();
                openings.set(target, openings.set(other, opening));
                yield Defect.OpeningOutOfOrder.class;
            }
            case 6 -> {
                opening.remove("commitment");
                yield Defect.MemberMissing.class;
            }
            default -> {
                opening.putObject("weights").put("heads", "5");
                yield Defect.OpeningWeightsWrong.class;
            }
        };
        // Then
        assertThat(defects(verify(text(file)))).as(file::toString).hasAtLeastOneElementOfType(expected);
    }

    @Test
    void votes_of_strangers_and_recused_electors_are_named_by_entry() {
        // Given
        Terms terms = honest(6).terms();
        List<Entry> log = Ballots.log(
                terms,
                List.of(Vote.of("D80001", Position.FOR), Vote.of("D80002", Position.FOR), Vote.of("me", Position.FOR)));
        // Then
        assertThat(defects(verify(new BallotFile(terms, log, List.of(), null).declared(OPENED))))
                .containsExactly(new Defect.VoteByRecused(2, "D80002"), new Defect.NotInElectorate(3, "me"))
                .extracting(Defect::inWords)
                .containsExactly("entry 2: \"D80002\" is recused", "entry 3: \"me\" is not in the electorate");
    }

    @Test
    void two_current_votes_are_named() {
        // Given
        String rules = "{\"tie\": \"chair\", \"classes\": [{\"name\": \"a\", \"atLeast\": \"1/2\"}]}";
        String text = "{\"format\": \"folkmoot-ballot/1\", \"rules\": " + rules
                + ", \"electorate\": [{\"voter\": \"v\", \"weights\": {\"a\": \"1\"}}], \"votes\": [%s]}";
        // Then
        assertThat(defects(verify(text.formatted("{\"entry\": 1, \"voter\": \"v\", \"choice\": \"for\"},"
                                + "{\"entry\": 1, \"voter\": \"v\", \"choice\": \"against\"}")
                        .getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new Defect.EntryDuplicated(1, 1), new Defect.SecondCurrentVote(1, "v"));
        assertThat(defects(verify(text.formatted("{\"voter\": \"c\", \"choice\": \"for\", \"casting\": true},"
                                + "{\"voter\": \"d\", \"choice\": \"for\", \"casting\": true}")
                        .getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new Defect.SecondCurrentVote(2, "d"));
    }

    @Test
    void a_lot_without_a_published_seed_is_named() {
        // Given
        Rules rules = Ballots.withTie(Tie.LOT, null, null, Ballots.moreThan("heads", "1/2"));
        Terms terms = new Terms("b", "QKK", null, rules, Ballots.heads(2));
        List<Entry> log = Ballots.log(terms, Ballots.votes(Position.FOR, Position.AGAINST));
        // Then
        assertThat(defects(verify(new BallotFile(terms, log, List.of(), null).declared(OPENED))))
                .containsExactly(new Defect.SeedMissing("heads"));
        assertThat(defects(verify(new BallotFile(terms, log, List.of(), "drawn on Friday").declared(OPENED))))
                .isEmpty();
    }

    @Test
    void a_lie_about_a_stage_of_a_count_is_named() {
        // Given
        Terms terms = new Terms("b", "QKK", null, Ballots.stv(1, Method.Transfer.MEEK), Ballots.heads(3));
        List<Entry> log = Ballots.log(
                terms,
                List.of(
                        Vote.of("v1", new Choice.Ranking(List.of("x"))),
                        Vote.of("v2", new Choice.Ranking(List.of("x", "y"))),
                        Vote.of("v3", new Choice.Ranking(List.of("y")))));
        ObjectNode file = published(new BallotFile(terms, log, List.of(), null));
        // When
        ((ObjectNode) file.at("/declaration/stages/0/votes")).put("x", "1").put("z", "1");
        // Then
        assertThat(defects(verify(text(file))))
                .containsExactly(
                        new Defect.TallyDoesNotFollow("declaration.stages[0].votes.x", "1", "2"),
                        new Defect.TallyDoesNotFollow("declaration.stages[0].votes.z", "1", "nothing of the kind"));
    }

    @Test
    void a_declaration_of_what_did_not_happen_is_named() {
        // Given
        ObjectNode file = published(honest(8));
        // When
        ((ObjectNode) file.get("declaration")).putArray("lots").addObject().put("question", "practices");
        ((ObjectNode) file.get("declaration").get("classes").get(0)).put("decidedBy", "chair");
        // Then
        assertThat(defects(verify(text(file)))).hasSize(2).hasOnlyElementsOfType(Defect.TallyDoesNotFollow.class);
    }

    private static ObjectNode published(BallotFile file) {
        try {
            return (ObjectNode) JSON.readTree(file.declared(OPENED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] text(ObjectNode file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
