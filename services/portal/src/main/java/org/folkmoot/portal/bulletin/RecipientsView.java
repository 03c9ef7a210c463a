package org.folkmoot.portal.bulletin;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Recipient;

/** The practices to which a bulletin went, and how far it came with each. */
public record RecipientsView(Bulletin bulletin, Listing<Row> list) {

    /** A practice. */
    public record Row(Recipient recipient, BulletinWords state) {

        static Row of(Recipient recipient) {
            return new Row(recipient, BulletinWords.of(recipient.state()));
        }
    }
}
