package org.folkmoot.portal.concentration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as people write them. */
final class Percent {

    private static final int PLACES = 2;

    private Percent() {}

    /** 0.4125 is 41.3%. */
    static String words(BigDecimal share) {
        return share.movePointRight(PLACES).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** 0.4 as it stands in a field: 40. */
    static String entered(BigDecimal share) {
        return share.movePointRight(PLACES).stripTrailingZeros().toPlainString();
    }

    /** What stands in a field as a share: 40 is 0.4. */
    static BigDecimal share(BigDecimal percent) {
        return percent.movePointLeft(PLACES);
    }
}
