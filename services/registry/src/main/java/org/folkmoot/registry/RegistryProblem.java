package org.folkmoot.registry;

import java.util.Locale;
import org.folkmoot.problem.ProblemType;

/** The problems that only this service answers. */
public enum RegistryProblem implements ProblemType {
    /** A report was asked for before the load had ended. */
    LOAD_IN_PROGRESS("The load has not ended yet", 409),
    /** A finding was to be resolved that is resolved already, or has gone. */
    FINDING_NOT_OPEN("The finding is not open", 409);

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String title;
    private final int status;

    RegistryProblem(String title, int status) {
        this.title = title;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
