package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.asemeducation.stocktake.notification.PlanFacts.Unreached;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts the plan by days and cuts a page of it: who the people are is read for the page
 * only.
 */
@Component
public class MailPlanPages {

	private final MailPlan plan;

	private final PlanFacts facts;

	private final Holds holds;

	private final KeptPlans kept;

	MailPlanPages(MailPlan plan, PlanFacts facts, Holds holds, KeptPlans kept) {
		this.plan = plan;
		this.facts = facts;
		this.holds = holds;
		this.kept = kept;
	}

	/**
	 * All mails that are to come as things stand and concern initiatives.
	 * @param cycle the cycle
	 * @return in the order of time
	 */
	public List<MailToCome> coming(Cycle cycle) {
		List<PlannedMail> mails = this.plan.of(cycle)
			.stream()
			.filter(PlannedMail::isToCome)
			.filter((mail) -> mail.lines().stream().allMatch((line) -> line.initiative() != null))
			.map(PlannedMail::withoutWhatIsStopped)
			.toList();
		return this.facts.shown(cycle.zone(), mails, HeldMail.NONE, Map.of());
	}

	/**
	 * A page.
	 * @param cycle the cycle
	 * @param query which mails
	 * @return the page; the last one when there are fewer pages by now
	 */
	MailPlanPage of(Cycle cycle, MailPlanQuery query) {
		KeptPlan kept = this.kept.of(cycle);
		Instant now = kept.at();
		Map<ContactId, Unreached> notReceiving = this.facts.notReceiving();
		List<PlannedMail> all = kept.mails();
		Set<ContactId> named = query.search().isEmpty() ? Set.of() : this.facts.named(query.search());
		List<PlannedMail> found = all.stream()
			.filter((mail) -> query.shows(stop(mail, notReceiving)))
			.filter(query.in(cycle.zone(), now, named))
			.toList();
		Counted counted = count(cycle, kept, notReceiving);
		int page = Math.max(1, Math.min(query.page(), (found.size() + query.size() - 1) / query.size()));
		List<PlannedMail> rows = found.stream().skip((page - 1L) * query.size()).limit(query.size()).toList();
		List<MailToCome> shown = this.facts.shown(cycle.zone(), rows, this.holds.in(cycle.name()), notReceiving);
		return new MailPlanPage(cycle.name().value(), cycle.title(), cycle.zone().getId(),
				cycle.state().name().toLowerCase(Locale.ROOT), now, kept.renewed(), counted.days(), counted.stopped(),
				kept.withoutAnybody(), this.facts.leftOut(cycle.name()), found.size(), page, query.size(), shown);
	}

	/** What is kept is counted once. */
	private static Counted count(Cycle cycle, KeptPlan kept, Map<ContactId, Unreached> notReceiving) {
		Counted last = kept.counted().get();
		if (last != null && last.notReceiving().equals(notReceiving)) {
			return last;
		}
		Counted counted = new Counted(notReceiving, days(kept.mails(), notReceiving, cycle.zone(), kept.at()),
				stopped(kept.mails(), notReceiving));
		kept.counted().set(counted);
		return counted;
	}

	private static @Nullable Stop stop(PlannedMail mail, Map<ContactId, Unreached> notReceiving) {
		Unreached unreached = notReceiving.get(mail.contact());
		return (unreached != null) ? unreached.stop() : mail.stop();
	}

	private static List<MailPlanPage.Day> days(List<PlannedMail> all, Map<ContactId, Unreached> notReceiving,
			ZoneId zone, Instant now) {
		Map<LocalDate, List<ContactId>> days = new TreeMap<>();
		LocalDate today = LocalDate.ofInstant(now, zone);
		days.put(today, new ArrayList<>());
		days.put(today.plusDays(1), new ArrayList<>());
		all.stream().filter((mail) -> stop(mail, notReceiving) == null).forEach((mail) -> {
			LocalDate on = MailPlanQuery.day(mail, zone, now);
			days.computeIfAbsent(on, (day) -> new ArrayList<>()).add(mail.contact());
		});
		return days.entrySet()
			.stream()
			.map((day) -> new MailPlanPage.Day(day.getKey(), day.getValue().size(),
					new HashSet<>(day.getValue()).size()))
			.toList();
	}

	private static List<MailPlanPage.Stopped> stopped(List<PlannedMail> all, Map<ContactId, Unreached> notReceiving) {
		Map<Stop, Integer> stopped = new TreeMap<>();
		all.forEach((mail) -> {
			Stop stop = stop(mail, notReceiving);
			if (stop != null) {
				stopped.merge(stop, 1, Integer::sum);
			}
		});
		return stopped.entrySet()
			.stream()
			.map((stop) -> new MailPlanPage.Stopped(stop.getKey().word(), stop.getValue()))
			.toList();
	}

	/**
	 * Mails in numbers.
	 */
	record Counted(Map<ContactId, Unreached> notReceiving, List<MailPlanPage.Day> days,
			List<MailPlanPage.Stopped> stopped) {
	}

}
