package org.folkmoot.neighbourhood.referral;

/** Where a referral stands. What can become of it is on the state that allows it. */
sealed interface ReferralState {

    /** As the API and the table say it. */
    String slug();

    /** It can be ended. */
    sealed interface Open extends ReferralState {
        default Closed close() {
            return new Closed();
        }
    }

    /** The team has to say what becomes of it. */
    sealed interface Waiting extends Open {
        default Accepted accept() {
            return new Accepted();
        }

        default Returned giveBack() {
            return new Returned();
        }

        default Redirected redirect() {
            return new Redirected();
        }
    }

    /** Somebody owns the person's care. */
    sealed interface Owned extends Open {
        default InCare assessed() {
            return new InCare();
        }
    }

    /** Whoever refers is writing it. */
    record Draft() implements Open {
        @Override
        public String slug() {
            return "draft";
        }

        Submitted submit() {
            return new Submitted();
        }
    }

    /** The team has it. */
    record Submitted() implements Waiting {
        @Override
        public String slug() {
            return "submitted";
        }

        InTriage triage() {
            return new InTriage();
        }
    }

    /** The team looks at it. */
    record InTriage() implements Waiting {
        @Override
        public String slug() {
            return "in-triage";
        }
    }

    /** The team takes it on. */
    record Accepted() implements Owned {
        @Override
        public String slug() {
            return "accepted";
        }

        Assessment beginAssessment() {
            return new Assessment();
        }
    }

    /** The person is being assessed. */
    record Assessment() implements Owned {
        @Override
        public String slug() {
            return "assessment";
        }
    }

    /** The person was assessed, and is seen to. */
    record InCare() implements Owned {
        @Override
        public String slug() {
            return "in-care";
        }
    }

    /** It went back to whoever referred. */
    record Returned() implements ReferralState {
        @Override
        public String slug() {
            return "returned";
        }
    }

    /** It went on to another team. */
    record Redirected() implements ReferralState {
        @Override
        public String slug() {
            return "redirected";
        }
    }

    /** It is over. */
    record Closed() implements ReferralState {
        @Override
        public String slug() {
            return "closed";
        }
    }

    /** The state of that name. */
    static ReferralState of(String slug) {
        return switch (slug) {
            case "draft" -> new Draft();
            case "submitted" -> new Submitted();
            case "in-triage" -> new InTriage();
            case "accepted" -> new Accepted();
            case "assessment" -> new Assessment();
            case "in-care" -> new InCare();
            case "returned" -> new Returned();
            case "redirected" -> new Redirected();
            case "closed" -> new Closed();
            default -> throw new IllegalArgumentException("no state of a referral: " + slug);
        };
    }
}
