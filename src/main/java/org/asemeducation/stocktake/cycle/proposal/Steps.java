package org.asemeducation.stocktake.cycle.proposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The history of proposals. Each step stands in the audit, too, but for what an invited
 * person does: that has no user, and is entered as theirs.
 */
@Component
public class Steps {

	/** Who did what an invited person did, for the audit. */
	static final String INVITED = "invited person";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	Steps(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	void add(Proposal proposal, String what, @Nullable String words, @Nullable String by) {
		add(proposal, what, null, words, null, null, by);
	}

	void advised(Proposal proposal, Advice advice, String words, String by) {
		add(proposal, "advised", advice, words, null, null, by);
	}

	void meeting(Proposal proposal, String what, MeetingChoice meeting, @Nullable LocalDate day, String words,
			String by) {
		add(proposal, what, null, words, meeting, day, by);
	}

	private void add(Proposal proposal, String what, @Nullable Advice advice, @Nullable String words,
			@Nullable MeetingChoice meeting, @Nullable LocalDate day, @Nullable String by) {
		this.jdbc
			.sql("""
					insert into proposal_step (proposal, what, advice, words, meeting_cycle, meeting_kind, meeting_day, made_at,
					    made_by)
					values (:proposal, :what, :advice, :words, :cycle, :kind, :day, :at, :by)""")
			.param("proposal", proposal.id())
			.param("what", what)
			.param("advice", (advice != null) ? advice.word() : null)
			.param("words", words)
			.param("cycle", (meeting != null) ? meeting.cycle() : null)
			.param("kind", (meeting != null) ? meeting.kind() : null)
			.param("day", day)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		Step step = new Step(what, (advice != null) ? advice.word() : null, words,
				(meeting != null) ? meeting.label() : null, day, this.clock.instant(), "");
		this.audit.record((by != null) ? by : INVITED, act(what), proposal.key().toString(), null,
				(words != null) ? "%s: %s".formatted(step.inWords(), words) : step.inWords());
	}

	/** Verb and object, as the audit keeps it. */
	private static String act(String what) {
		return switch (what) {
			case "sent" -> "send proposal";
			case "asked-back" -> "ask proposal back";
			case "passed" -> "ask advice on proposal";
			case "declined" -> "decline proposal";
			case "commented" -> "comment on proposal";
			case "advised" -> "advise on proposal";
			case "postponed" -> "postpone proposal";
			case "day-moved" -> "move advice day";
			case "decided" -> "decide proposal";
			case "turned-down" -> "turn proposal down";
			default -> "withdraw proposal";
		};
	}

	/**
	 * All that was done about a proposal.
	 * @param proposal its number
	 * @return the first first
	 */
	public List<Step> of(long proposal) {
		return this.jdbc.sql("""
				select s.*, coalesce(c.name, s.made_by, v.name) as by_name from proposal_step s
				join proposal p on p.id = s.proposal
				left join contact c on c.user_id = s.made_by
				left join proposal_invitation v on v.id = p.invitation
				where s.proposal = :proposal order by s.id""")
			.param("proposal", proposal)
			.query((row, number) -> new Step(row.getString("what"), row.getString("advice"), row.getString("words"),
					MeetingChoice.label(row.getString("meeting_kind"), row.getString("meeting_cycle")),
					row.getObject("meeting_day", LocalDate.class),
					row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("by_name")))
			.list();
	}

	/**
	 * What was done last.
	 * @param proposal its number
	 * @return nothing before it was sent
	 */
	public Optional<Step> last(long proposal) {
		List<Step> all = of(proposal);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
	}

}
