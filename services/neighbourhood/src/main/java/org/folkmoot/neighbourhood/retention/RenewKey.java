package org.folkmoot.neighbourhood.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.events.Chronicle;
import org.folkmoot.neighbourhood.seal.PatientKeys;

/** The ICS's key is renewed, and patients' keys follow. */
@ApplicationScoped
class RenewKey {

    private static final int AT_ONCE = 200;

    private final PatientKeys keys;
    private final Records records;
    private final Chronicle chronicle;

    RenewKey(PatientKeys keys, Records records, Chronicle chronicle) {
        this.keys = keys;
        this.records = records;
        this.chronicle = chronicle;
    }

    /** Makes a new key, in the caller's transaction. */
    Optional<KeyRenewalView> renew() {
        keys.renew();
        Optional<KeyRenewalView> renewed = records.key();
        renewed.ifPresent(key -> chronicle.wrote("renewed", "tenant-key", key.number(), null));
        return renewed;
    }

    /** Wraps all keys of the current ICS's patients that are wrapped under an older one, and says how many these were. */
    int rewrap() {
        int all = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> keys.rewrap(AT_ONCE));
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
