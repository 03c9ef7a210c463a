package org.folkmoot.portal.directory;

import java.util.List;
import org.folkmoot.nhsuk.picture.Band;
import org.folkmoot.nhsuk.picture.BandChart;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.Unit;

/**
 * A network's patients against the size that the contract expects.
 *
 * @param patients registered with its practices
 */
public record PcnSize(long patients) {

    private static final Band EXPECTED = Band.PCN_PATIENTS;

    /** The size of a network. */
    public static PcnSize of(long patients) {
        return new PcnSize(patients);
    }

    /** Whether it is below, within or above. */
    public String place() {
        return patients < EXPECTED.low() ? "below" : patients > EXPECTED.high() ? "above" : "within";
    }

    /** The same as a sentence. */
    public String sentence() {
        return switch (place()) {
            case "below" -> "Below the expected 30,000 to 50,000 patients.";
            case "above" -> "Above the expected 30,000 to 50,000 patients.";
            default -> "Within the expected 30,000 to 50,000 patients.";
        };
    }

    /** The same as a picture. */
    public BandChart picture() {
        return new BandChart(
                "Size against what is expected",
                Unit.PATIENTS,
                "PCN",
                EXPECTED,
                List.of(new Bar("Registered patients", patients)));
    }
}
