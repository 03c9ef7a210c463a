package org.folkmoot.portal.release;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.portal.service.Registry.Job;

/** A load, as far as it has come. */
public record JobView(Job job) {

    /** The phases in order, as the registry names them and as people do. */
    public enum Phase {
        RECEIVED("received", "Waiting for its turn"),
        RECOGNISING("recognising", "Finding out what each file is"),
        READING("reading", "Reading and checking rows"),
        COMPARING("comparing", "Writing what has changed"),
        ANNOUNCING("announcing", "Telling the ICSs"),
        DONE("done", "Finished");

        private final String phase;
        private final String words;

        Phase(String phase, String words) {
            this.phase = phase;
            this.words = words;
        }

        /** What people call it. */
        public String words() {
            return words;
        }
    }

    private static final List<Phase> PHASES = List.of(Phase.values());

    /** A phase and whether it is over, under way or to come. */
    public record Step(String words, boolean over, boolean now) {}

    /** Where the load stands among its phases. */
    public List<Step> steps() {
        int at = at();
        var steps = new ArrayList<Step>();
        for (Phase phase : PHASES) {
            int place = steps.size();
            steps.add(new Step(phase.words(), place < at || job.ended(), place == at && !job.ended()));
        }
        return steps;
    }

    /** How many of the phases are over. */
    public int over() {
        return job.ended() ? all() : at();
    }

    /** How many phases there are. */
    public int all() {
        return PHASES.size();
    }

    /** What is being done, in words. */
    public String words() {
        return PHASES.get(at()).words();
    }

    /** How it ended, in words; empty while it has not. */
    public String outcome() {
        return words(job);
    }

    static String words(Job job) {
        return switch (job.outcome()) {
            case "loaded" -> "Loaded";
            case "unchanged" -> "Nothing new";
            case "refused" -> "Refused";
            case null, default -> job.ended() ? "Ended" : "";
        };
    }

    /** How many phases come before the one at hand; a phase that is not known here counts as the first. */
    private int at() {
        int at = PHASES.stream().map(phase -> phase.phase).toList().indexOf(job.phase());
        return Math.max(0, at);
    }
}
