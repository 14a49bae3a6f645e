package org.asemeducation.stocktake.notification;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the mail plan of a large cycle for as long as memory allows: to work it out takes
 * seconds there. One that is older than a minute is still shown, with its moment, while
 * the next is worked out, up to twelve hours. What somebody holds, releases or sends from
 * the plan is seen at once, on every node: the mails to those whom it touches are worked
 * out and take the place of theirs, and the whole follows behind. However many look at
 * once, a node works out a cycle's plan once.
 */
@Component
class KeptPlans {

	/** With fewer mails a plan is worked out anew each time. */
	static final int LARGE = 5000;

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration SHOWN = Duration.ofHours(12);

	/** One of this age is worked out anew, though nobody has asked. */
	private static final Duration AGEING = Duration.ofHours(6);

	/** With fewer initiatives there are fewer mails than in a large plan. */
	private static final int MANY = 500;

	/** Where more people are touched the whole is worked out before anybody sees it. */
	static final int MOST = 100;

	private static final Logger log = LoggerFactory.getLogger(KeptPlans.class);

	private final Map<CycleName, SoftReference<KeptPlan>> kept = new ConcurrentHashMap<>();

	private final Map<CycleName, CompletableFuture<KeptPlan>> working = new ConcurrentHashMap<>();

	private final Cycles cycles;

	private final MailPlan plan;

	private final PlanFacts facts;

	private final PlanActs acts;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final int large;

	private final Executor behind;

	@Autowired
	KeptPlans(Cycles cycles, MailPlan plan, PlanFacts facts, PlanActs acts, JdbcClient jdbc, Clock clock) {
		this(cycles, plan, facts, acts, jdbc, clock, LARGE, CompletableFuture::runAsync);
	}

	/**
	 * Keeps plans of another size.
	 * @param large with fewer mails a plan is not kept
	 * @param behind works out the whole while an older plan is shown
	 */
	KeptPlans(Cycles cycles, MailPlan plan, PlanFacts facts, PlanActs acts, JdbcClient jdbc, Clock clock, int large,
			Executor behind) {
		this.cycles = cycles;
		this.plan = plan;
		this.facts = facts;
		this.acts = acts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.large = large;
		this.behind = behind;
	}

	/**
	 * The plan of a cycle.
	 * @param cycle the cycle
	 * @return as things stand, or stood a little before in a large cycle
	 */
	KeptPlan of(Cycle cycle) {
		KeptPlan last = last(cycle.name());
		KeptPlan shown = withActs(cycle,
				(last != null && last.isYounger(SHOWN, this.clock.instant())) ? last : work(cycle));
		if (!shown.patched() && shown.isYounger(FRESH, this.clock.instant())) {
			return shown;
		}
		if (!this.working.containsKey(cycle.name())) {
			this.behind.execute(() -> renew(cycle));
		}
		return shown.beingRenewed();
	}

	private @Nullable KeptPlan last(CycleName cycle) {
		SoftReference<KeptPlan> reference = this.kept.get(cycle);
		return (reference != null) ? reference.get() : null;
	}

	/** What is being worked out may have been begun before the last act. */
	private KeptPlan withActs(Cycle cycle, KeptPlan last) {
		Map<ContactId, Long> acts = this.acts.in(cycle.name());
		Set<ContactId> touched = PlanActs.between(last.acts(), acts);
		if (touched.isEmpty()) {
			return last;
		}
		if (touched.size() > MOST) {
			return withActs(cycle, work(cycle));
		}
		KeptPlan next = last.with(touched, this.plan.of(cycle, touched), acts);
		this.kept.computeIfPresent(cycle.name(),
				(name, reference) -> (reference.get() == last) ? new SoftReference<>(next) : reference);
		return next;
	}

	/**
	 * Works out the plans of large cycles that nobody has asked for yet, or not for long,
	 * so that nobody waits for them.
	 */
	void workAhead() {
		this.jdbc.sql("""
				select i.cycle from cycle_initiative i join cycle y on y.name = i.cycle
				where y.state in ('opened', 'gathering', 'closed') group by i.cycle having count(*) >= :many""")
			.param("many", MANY)
			.query((row, number) -> new CycleName(row.getString("cycle")))
			.list()
			.stream()
			.filter(this::isAgeing)
			.map(this.cycles::get)
			.forEach(this::renew);
	}

	private boolean isAgeing(CycleName cycle) {
		KeptPlan last = last(cycle);
		return last == null || !last.isYounger(AGEING, this.clock.instant());
	}

	private void renew(Cycle cycle) {
		try {
			work(cycle);
		}
		catch (RuntimeException ex) {
			log.warn("The mail plan of {} could not be worked out; whoever looks next tries again.", cycle.name(), ex);
		}
	}

	/** Whoever comes while somebody works it out waits for that. */
	private KeptPlan work(Cycle cycle) {
		CompletableFuture<KeptPlan> mine = new CompletableFuture<>();
		CompletableFuture<KeptPlan> others = this.working.putIfAbsent(cycle.name(), mine);
		if (others != null) {
			return join(others);
		}
		try {
			KeptPlan worked = workOut(cycle);
			mine.complete(worked);
			return worked;
		}
		catch (RuntimeException | Error ex) {
			mine.completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.working.remove(cycle.name());
		}
	}

	private static KeptPlan join(CompletableFuture<KeptPlan> others) {
		try {
			return others.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private KeptPlan workOut(Cycle cycle) {
		Map<ContactId, Long> acts = this.acts.in(cycle.name());
		Instant now = this.clock.instant();
		KeptPlan worked = new KeptPlan(this.plan.of(cycle), this.facts.withoutAnybody(cycle.name()), now, acts, false,
				false, new AtomicReference<>());
		if (worked.mails().size() >= this.large) {
			this.kept.put(cycle.name(), new SoftReference<>(worked));
		}
		else {
			this.kept.remove(cycle.name());
		}
		return worked;
	}

}
