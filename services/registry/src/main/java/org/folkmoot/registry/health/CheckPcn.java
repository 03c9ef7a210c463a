package org.folkmoot.registry.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.tenancy.Caller;

/** A network says of itself how fit it is for its purpose. */
@ApplicationScoped
class CheckPcn {

    private final Networks networks;
    private final PcnSelfChecks checks;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    CheckPcn(Networks networks, PcnSelfChecks checks, Chronicle chronicle, Caller caller, Clock clock) {
        this.networks = networks;
        this.checks = checks;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<SelfCheckView> check(OdsCode pcn, SelfCheckRequest request) {
        if (!networks.isOurs(pcn.code(), LondonTime.today(clock))) {
            return Result.absent();
        }
        if (!caller.speaksFor(pcn)) {
            return Result.refused(CommonProblem.FORBIDDEN, "You do not speak for " + pcn + ".");
        }
        var check = new PcnSelfCheck(Uuid7.next(), pcn.code(), request, caller, clock.instant());
        checks.persistAndFlush(check);
        chronicle.wrote("checked", "pcn", pcn, check.view().fitness());
        return new Result.Done<>(check.view(), 0);
    }
}
