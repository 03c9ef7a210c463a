package org.folkmoot.tenants.topics;

import java.util.List;
import java.util.function.BiFunction;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.StepOutcome;

/** Knows which systems outside the platform an ICS has. */
public interface Outsiders {

    /**
     * Has Kafka made to agree with the systems of an ICS in the state in which it is now. While the work goes on none of them
     * changes; when it is done, what was to be closed is known to be closed.
     */
    StepOutcome agree(Tenant ics, BiFunction<IcsLife, List<Outsider>, StepOutcome> work);
}
