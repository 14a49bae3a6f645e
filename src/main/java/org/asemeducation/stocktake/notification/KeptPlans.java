package org.asemeducation.stocktake.notification;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the mail plan of a large cycle for as long as memory allows: to work it out takes
 * seconds there. One that is older than a minute is still shown, with its moment, while
 * the next is worked out. What somebody holds, releases or sends from the plan is seen at
 * once, on every node.
 */
@Component
class KeptPlans {

	/** With fewer mails a plan is worked out anew each time. */
	static final int LARGE = 5000;

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(KeptPlans.class);

	private final Map<CycleName, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

	private final Set<CycleName> working = ConcurrentHashMap.newKeySet();

	private final MailPlan plan;

	private final PlanFacts facts;

	private final JdbcClient jdbc;

	private final Clock clock;

	KeptPlans(MailPlan plan, PlanFacts facts, JdbcClient jdbc, Clock clock) {
		this.plan = plan;
		this.facts = facts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The plan of a cycle.
	 * @param cycle the cycle
	 * @return as things stand, or stood a little before in a large cycle
	 */
	Kept of(Cycle cycle) {
		SoftReference<Kept> reference = this.kept.get(cycle.name());
		Kept last = (reference != null) ? reference.get() : null;
		if (last == null || last.acts() != acts()) {
			return work(cycle);
		}
		Instant now = this.clock.instant();
		if (now.isBefore(last.at().plus(FRESH)) && !now.isBefore(last.at())) {
			return last;
		}
		if (this.working.add(cycle.name())) {
			CompletableFuture.runAsync(() -> workAgain(cycle));
		}
		return last.beingRenewed();
	}

	private void workAgain(Cycle cycle) {
		try {
			work(cycle);
		}
		catch (RuntimeException ex) {
			log.warn("The mail plan of {} could not be worked out; whoever looks next tries again.", cycle.name(), ex);
		}
		finally {
			this.working.remove(cycle.name());
		}
	}

	private Kept work(Cycle cycle) {
		long acts = acts();
		Instant now = this.clock.instant();
		Kept worked = new Kept(this.plan.of(cycle), this.facts.withoutAnybody(cycle.name()), now, acts, false);
		if (worked.mails().size() >= LARGE) {
			this.kept.put(cycle.name(), new SoftReference<>(worked));
		}
		else {
			this.kept.remove(cycle.name());
		}
		return worked;
	}

	/** What was done last from any plan. */
	private long acts() {
		return this.jdbc
			.sql("select coalesce(max(id), 0) from audit where act in ('hold mail', 'release mail', 'send mail now')")
			.query(Long.class)
			.single();
	}

	/**
	 * A plan and its moment.
	 *
	 * @param mails in the order of time
	 * @param withoutAnybody initiatives that nobody would be written to about
	 * @param at when things stood so
	 * @param acts what had been done last from any plan
	 * @param renewed whether a newer one is being worked out
	 */
	record Kept(List<PlannedMail> mails, List<String> withoutAnybody, Instant at, long acts, boolean renewed) {

		Kept beingRenewed() {
			return new Kept(this.mails, this.withoutAnybody, this.at, this.acts, true);
		}

	}

}
