package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.notification.DueRequests.DueRequest;
import org.asemeducation.stocktake.notification.PlannedMail.Moment;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Which requests are to come, and the reminders of a cycle that has not asked yet.
 */
@Component
class PlannedRequests {

	private final DueRequests due;

	private final Gatherings gatherings;

	private final Holds holds;

	PlannedRequests(DueRequests due, Gatherings gatherings, Holds holds) {
		this.due = due;
		this.gatherings = gatherings;
		this.holds = holds;
	}

	/**
	 * What is to come before and with the requests.
	 * @param cycle a cycle that has not asked yet
	 * @param contacts everybody who may be written to
	 * @param only whom of them to look at; {@code null} for all
	 * @return the requests, and the reminders as if nobody answered
	 */
	List<Moment> before(Cycle cycle, Collection<LocalContact> contacts, @Nullable Set<ContactId> only) {
		List<DueRequest> asked = this.due.ahead(cycle.name(), false, only);
		List<Moment> moments = new ArrayList<>(moments(asked, cycle.requestAt(), contacts));
		moments.addAll(PlannedReminders.of(requests(ProposedRequests.of(cycle), asked),
				this.gatherings.of(cycle.name()).ladders(), contacts, this.holds.in(cycle.name())));
		return moments;
	}

	/**
	 * Who has not been asked, though the requests have gone out.
	 * @param cycle a cycle whose gathering is under way
	 * @param contacts everybody who may be written to
	 * @param only whom of them to look at; {@code null} for all
	 * @return those asked within a minute, and those whose request is held; at the moment
	 * at which the others were asked
	 */
	List<Moment> late(Cycle cycle, Collection<LocalContact> contacts, @Nullable Set<ContactId> only) {
		Instant asked = Optional.ofNullable(cycle.requestedAt()).orElseGet(cycle::requestAt);
		return moments(this.due.ahead(cycle.name(), true, only), asked, contacts);
	}

	static List<Moment> moments(List<DueRequest> asked, Instant at, Collection<LocalContact> contacts) {
		Set<ContactId> wanted = new HashSet<>(contacts.stream().map(LocalContact::id).toList());
		return asked.stream()
			.filter((request) -> wanted.contains(request.claim().contact()))
			.map((request) -> new Moment(request.claim().contact(), at,
					PlannedLine.of(request.claim(), request.held() ? Stop.HELD : null)))
			.toList();
	}

	/** What will have been asked for, by those who coordinate it. */
	static List<OpenRequest> requests(ProposedRequests calendar, List<DueRequest> asked) {
		Map<InitiativeId, Set<ContactId>> coordinators = new LinkedHashMap<>();
		asked.stream()
			.map(DueRequest::claim)
			.filter((claim) -> claim.ladder() == Ladder.REQUEST)
			.forEach((claim) -> coordinators.computeIfAbsent(claim.initiative(), (id) -> new HashSet<>())
				.add(claim.contact()));
		return coordinators.entrySet()
			.stream()
			.map((request) -> calendar.request(request.getKey(), request.getValue()))
			.toList();
	}

}
