package org.asemeducation.stocktake.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.asemeducation.stocktake.access.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A plan and its moment.
 *
 * @param mails in the order of time
 * @param withoutAnybody initiatives that nobody would be written to about
 * @param at when things stood so
 * @param acts how often an act had touched each person
 * @param patched whether the mails to some have been worked out later than the whole
 * @param renewed whether a newer one is being worked out
 * @param counted its mails in numbers, once somebody has counted them
 */
record KeptPlan(List<PlannedMail> mails, List<String> withoutAnybody, Instant at, Map<ContactId, Long> acts,
		boolean patched, boolean renewed, AtomicReference<MailPlanPages.@Nullable Counted> counted) {

	KeptPlan beingRenewed() {
		return new KeptPlan(this.mails, this.withoutAnybody, this.at, this.acts, this.patched, true, this.counted);
	}

	/** The mails to some take the place of those that they had. */
	KeptPlan with(Set<ContactId> touched, List<PlannedMail> theirs, Map<ContactId, Long> acts) {
		List<PlannedMail> all = new ArrayList<>(this.mails.size() + theirs.size());
		this.mails.stream().filter((mail) -> !touched.contains(mail.contact())).forEach(all::add);
		all.addAll(theirs);
		all.sort(PlannedMail.IN_ORDER_OF_TIME);
		return new KeptPlan(all, this.withoutAnybody, this.at, acts, true, false, new AtomicReference<>());
	}

	boolean isYounger(Duration age, Instant now) {
		return now.isBefore(this.at.plus(age)) && !now.isBefore(this.at);
	}

}
