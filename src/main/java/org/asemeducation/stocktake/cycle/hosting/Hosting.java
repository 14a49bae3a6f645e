package org.asemeducation.stocktake.cycle.hosting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.attendance.Attendance;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acts of a host, each a saved row first, then the completed task. The secretariat
 * may do each of them for a host.
 */
@Component
class Hosting {

	private static final int LONGEST = 20_000;

	private final Cycles cycles;

	private final Hosts hosts;

	private final HostSteps steps;

	private final Attendance attendance;

	private final Audit audit;

	Hosting(Cycles cycles, Hosts hosts, HostSteps steps, Attendance attendance, Audit audit) {
		this.cycles = cycles;
		this.hosts = hosts;
		this.steps = steps;
		this.attendance = attendance;
		this.audit = audit;
	}

	/** Who hosts it, for those who may know what they have said: the host and the AES. */
	@Nullable Host of(CycleName cycle, MeetingKind kind, Person reader) {
		Host host = this.hosts.of(cycle, kind).orElse(null);
		require(host, reader);
		return host;
	}

	@Transactional
	public void propose(CycleName cycle, MeetingKind kind, @Nullable LocalDate on, @Nullable String place, Person by) {
		begin(cycle, kind, HostSteps.PROPOSE_DATE_AND_PLACE, by);
		if (on == null) {
			throw invalid("planned", "Give the first day that you propose.");
		}
		String where = text(place, "place", 200);
		this.hosts.propose(cycle, kind, on, where.isEmpty() ? null : where, by.userId());
		done(cycle, kind, HostSteps.PROPOSE_DATE_AND_PLACE, "%s %s".formatted(on, where), by);
	}

	@Transactional
	public void theme(CycleName cycle, MeetingKind kind, @Nullable String theme, Person by) {
		begin(cycle, kind, HostSteps.NAME_THEME, by);
		String said = text(theme, "theme", 500);
		this.hosts.theme(cycle, kind, said, by.userId());
		done(cycle, kind, HostSteps.NAME_THEME, said.isEmpty() ? "none" : said, by);
	}

	@Transactional
	public void programme(CycleName cycle, MeetingKind kind, @Nullable String programme, Person by) {
		begin(cycle, kind, HostSteps.GIVE_PROGRAMME, by);
		String said = text(programme, "programme", LONGEST);
		this.hosts.programme(cycle, kind, said, by.userId());
		done(cycle, kind, HostSteps.GIVE_PROGRAMME, said.isEmpty() ? "none" : said.length() + " characters", by);
	}

	/**
	 * Takes the list of participants.
	 * @param file a workbook
	 * @return how many are in it
	 */
	@Transactional
	public int participants(CycleName cycle, MeetingKind kind, byte[] file, Person by) {
		begin(cycle, kind, HostSteps.SEND_PARTICIPANTS, by);
		int persons = this.attendance.load(cycle, kind, file, by.userId());
		this.hosts.participants(cycle, kind, by.userId());
		done(cycle, kind, HostSteps.SEND_PARTICIPANTS, persons + " persons", by);
		return persons;
	}

	/** The AES goes on without a list: it may still enter one itself. */
	@Transactional
	public void noParticipants(CycleName cycle, MeetingKind kind, Person by) {
		by.requireSecretariat();
		begin(cycle, kind, HostSteps.SEND_PARTICIPANTS, by);
		this.hosts.participants(cycle, kind, by.userId());
		done(cycle, kind, HostSteps.SEND_PARTICIPANTS, "without a list from the host", by);
	}

	private void begin(CycleName cycle, MeetingKind kind, String step, Person by) {
		this.cycles.lock(cycle);
		require(this.hosts.of(cycle, kind).orElse(null), by);
		if (!this.steps.isOpen(cycle, kind, step)) {
			throw Refused.conflict(
					"Nothing has changed: this step of %s of %s is done already, or not open any more. Open the task list again."
						.formatted(kind, cycle));
		}
	}

	private void done(CycleName cycle, MeetingKind kind, String step, String said, Person by) {
		audit(by.userId(), "host: " + step.replaceFirst("userTask_", ""), cycle, kind, said);
		this.steps.complete(cycle, kind, step, by.userId());
	}

	private static void require(@Nullable Host host, Person person) {
		String group = (host != null) ? host.group() : null;
		if (!person.isSecretariat() && (group == null || !person.groups().contains(group))) {
			throw Refused.notAllowed("Only the host of this meeting and the secretariat see and do this.");
		}
	}

	private static String text(@Nullable String text, String field, int longest) {
		String said = Objects.requireNonNullElse(text, "").strip();
		if (said.length() > longest) {
			throw invalid(field, "Say it in at most %d characters.".formatted(longest));
		}
		return said;
	}

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem(field, sentence)));
	}

	private void audit(String by, String act, CycleName cycle, MeetingKind kind, String said) {
		this.audit.record(by, act, "%s/%s".formatted(cycle, kind), null, said);
	}

}
