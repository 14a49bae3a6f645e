package org.asemeducation.stocktake.notification;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the mail plan of a large cycle for as long as memory allows: to work it out takes
 * seconds there. One that is older than a minute is still shown, with its moment, while
 * the next is worked out, up to twelve hours. What somebody holds, releases or sends from
 * the plan is seen at once, on every node. However many look at once, a node works out a
 * cycle's plan once.
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

	private static final Logger log = LoggerFactory.getLogger(KeptPlans.class);

	private final Map<CycleName, SoftReference<Kept>> kept = new ConcurrentHashMap<>();

	private final Map<CycleName, CompletableFuture<Kept>> working = new ConcurrentHashMap<>();

	private final Cycles cycles;

	private final MailPlan plan;

	private final PlanFacts facts;

	private final JdbcClient jdbc;

	private final Clock clock;

	KeptPlans(Cycles cycles, MailPlan plan, PlanFacts facts, JdbcClient jdbc, Clock clock) {
		this.cycles = cycles;
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
		long acts = acts(cycle.name());
		SoftReference<Kept> reference = this.kept.get(cycle.name());
		Kept last = (reference != null) ? reference.get() : null;
		if (last == null || last.acts() != acts || !last.isYounger(SHOWN, this.clock.instant())) {
			return next(cycle, acts);
		}
		if (last.isYounger(FRESH, this.clock.instant())) {
			return last;
		}
		if (!this.working.containsKey(cycle.name())) {
			CompletableFuture.runAsync(() -> renew(cycle));
		}
		return last.beingRenewed();
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
		SoftReference<Kept> reference = this.kept.get(cycle);
		Kept last = (reference != null) ? reference.get() : null;
		return last == null || !last.isYounger(AGEING, this.clock.instant());
	}

	/** What was begun before the last act may not know it. */
	private Kept next(Cycle cycle, long acts) {
		Kept next;
		do {
			next = work(cycle);
		}
		while (next.acts() < acts);
		return next;
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
	private Kept work(Cycle cycle) {
		CompletableFuture<Kept> mine = new CompletableFuture<>();
		CompletableFuture<Kept> others = this.working.putIfAbsent(cycle.name(), mine);
		if (others != null) {
			return join(others);
		}
		try {
			Kept worked = workOut(cycle);
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

	private static Kept join(CompletableFuture<Kept> others) {
		try {
			return others.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private Kept workOut(Cycle cycle) {
		long acts = acts(cycle.name());
		Instant now = this.clock.instant();
		Kept worked = new Kept(this.plan.of(cycle), this.facts.withoutAnybody(cycle.name()), now, acts, false,
				new AtomicReference<>());
		if (worked.mails().size() >= LARGE) {
			this.kept.put(cycle.name(), new SoftReference<>(worked));
		}
		else {
			this.kept.remove(cycle.name());
		}
		return worked;
	}

	/**
	 * How often something was done from the cycle's plan. The highest id would miss what
	 * was begun before another act and saved after it.
	 */
	private long acts(CycleName cycle) {
		return this.jdbc.sql("""
				select count(*) from audit where act in ('hold mail', 'release mail', 'send mail now')
				and split_part(subject, '/', 1) = :cycle""").param("cycle", cycle.value()).query(Long.class).single();
	}

	/**
	 * A plan and its moment.
	 *
	 * @param mails in the order of time
	 * @param withoutAnybody initiatives that nobody would be written to about
	 * @param at when things stood so
	 * @param acts how often something had been done from it
	 * @param renewed whether a newer one is being worked out
	 * @param counted its mails in numbers, once somebody has counted them
	 */
	record Kept(List<PlannedMail> mails, List<String> withoutAnybody, Instant at, long acts, boolean renewed,
			AtomicReference<MailPlanPages.@Nullable Counted> counted) {

		Kept beingRenewed() {
			return new Kept(this.mails, this.withoutAnybody, this.at, this.acts, true, this.counted);
		}

		private boolean isYounger(Duration age, Instant now) {
			return now.isBefore(this.at.plus(age)) && !now.isBefore(this.at);
		}

	}

}
