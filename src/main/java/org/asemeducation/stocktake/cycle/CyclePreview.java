package org.asemeducation.stocktake.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What opening a cycle would do: whom it asks, who cannot be reached, which initiatives
 * have nobody.
 */
@Component
class CyclePreview {

	private final JdbcClient jdbc;

	private final WorkPlan workPlan;

	private final ForeseenReminders reminders;

	private final OffDays offDays;

	private final Clock clock;

	CyclePreview(JdbcClient jdbc, WorkPlan workPlan, ForeseenReminders reminders, OffDays offDays, Clock clock) {
		this.jdbc = jdbc;
		this.workPlan = workPlan;
		this.reminders = reminders;
		this.offDays = offDays;
		this.clock = clock;
	}

	Preview of(NewCycle proposal) {
		List<Asked> asked = asked();
		List<String> warnings = warnings(proposal);
		ForeseenReminders.Foreseen foreseen = proposal.problems().isEmpty() ? this.reminders.of(proposal)
				: ForeseenReminders.Foreseen.NONE;
		warnings.addAll(foreseen.warnings());
		return new Preview(asked.stream().filter((party) -> !party.contacts().isEmpty()).toList(),
				asked.stream().filter((party) -> party.contacts().isEmpty()).toList(), withoutCoordinator(), warnings,
				foreseen.days(), foreseen.requests(), foreseen.mails(), foreseen.found());
	}

	private List<Asked> asked() {
		return this.jdbc.sql("""
				select p.name as party,
				    array(select c.name || ' <' || c.email || '>' from contact c
				        join contact_role r on r.contact = c.id
				        where r.party = p.id and r.role = 'coordinator' and c.active order by c.email) as contacts,
				    array_agg(i.id order by i.position) as initiatives
				from initiative i
				join coordination k on k.initiative = i.id and k.role = 'coordinator'
				join party p on p.id = k.party
				where i.in_force
				group by p.id, p.name order by min(i.position), p.name""")
			.query((row, number) -> new Asked(row.getString("party"),
					List.of((String[]) row.getArray("contacts").getArray()),
					List.of((String[]) row.getArray("initiatives").getArray())))
			.list();
	}

	private List<Unstaffed> withoutCoordinator() {
		return this.jdbc
			.sql("""
					select i.id, i.title, (select string_agg(p.name, ', ') from coordination k join party p on p.id = k.party
					    where k.initiative = i.id) as host
					from initiative i
					where i.in_force and not exists (select 1 from coordination k
					    where k.initiative = i.id and k.role = 'coordinator')
					order by i.position""")
			.query((row, number) -> new Unstaffed(row.getString("id"), row.getString("title"), row.getString("host")))
			.list();
	}

	private List<String> warnings(NewCycle proposal) {
		List<String> warnings = new ArrayList<>();
		if (proposal.zone() != null && ZoneId.getAvailableZoneIds().contains(proposal.zone())) {
			LocalDate today = LocalDate.now(this.clock.withZone(ZoneId.of(proposal.zone())));
			if (proposal.request() != null && proposal.request().isBefore(today)) {
				warnings.add("The request date %s is past: the requests go out as soon as the cycle is opened."
					.formatted(proposal.request()));
			}
			if (proposal.freeze() != null && proposal.freeze().isBefore(today)) {
				warnings.add("The freeze %s is past: nothing could be gathered.".formatted(proposal.freeze()));
			}
		}
		this.workPlan.pending()
			.forEach((earlier) -> warnings
				.add("The work plan of %s is not adopted yet: a cycle opened now starts from the plan before it."
					.formatted(earlier)));
		LocalDate latest = null;
		for (NewMeeting meeting : proposal.fourMeetings().values()) {
			if (meeting.planned() != null && latest != null && meeting.planned().isBefore(latest)) {
				warnings.add("%s is planned before the meeting that usually precedes it.".formatted(meeting.kind()));
			}
			if (meeting.planned() != null) {
				warnings.addAll(this.offDays.warnings(DateName.of(meeting.kind()), meeting.planned()));
				latest = meeting.planned();
			}
		}
		for (DeadlineKind kind : DeadlineKind.values()) {
			LocalDate date = proposal.date(kind);
			if (date != null) {
				warnings.addAll(this.offDays.warnings(DateName.of(kind), date));
			}
		}
		return warnings;
	}

	record Preview(List<Asked> asked, List<Asked> withoutContact, List<Unstaffed> withoutCoordinator,
			List<String> warnings, List<ForeseenReminders.Day> reminders, List<MailToCome> requests,
			List<MailToCome> mails, int mailsFound) {
	}

	record Asked(String party, List<String> contacts, List<String> initiatives) {
	}

	record Unstaffed(String initiative, String title, @Nullable String host) {
	}

}
