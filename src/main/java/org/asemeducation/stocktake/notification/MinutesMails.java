package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.minutes.MinutesRemark;
import org.asemeducation.stocktake.cycle.minutes.MinutesSent;
import org.asemeducation.stocktake.cycle.minutes.RemarkAnswered;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.notification.meeting.MeetingRoster;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts minutes to the roster, and tells who said something about them what became of it.
 */
@Component
class MinutesMails {

	private final Notices notices;

	private final MeetingRoster roster;

	private final JdbcClient jdbc;

	MinutesMails(Notices notices, MeetingRoster roster, JdbcClient jdbc) {
		this.notices = notices;
		this.roster = roster;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(MinutesSent sent) {
		Notice notice = new Notice(
				"%s: minutes of %s%s".formatted(sent.cycle(), sent.kind(),
						(sent.number() > 1) ? ", version " + sent.number() : ""),
				"please look at the %sminutes of %s (%s) and say what is not right."
					.formatted((sent.number() > 1) ? "corrected " : "", sent.kind(), sent.cycle()),
				new Link("/meetings/%s/%s/minutes".formatted(sent.cycle(), sent.kind()), "Read the minutes"),
				List.of(new Part("What happens next",
						"The secretariat answers each remark. The next senior officials’ meeting adopts the minutes.")));
		this.roster.of(sent.cycle(), sent.kind())
			.stream()
			.filter((one) -> one.usual())
			.forEach((one) -> this.notices.queue(new ContactId(one.id()), Notices.MINUTES, sent.cycle(), sent.kind(),
					notice));
	}

	@EventListener
	@Transactional
	void on(RemarkAnswered answered) {
		MinutesRemark remark = answered.remark();
		String because = remark.because();
		Notice notice = new Notice(
				"%s: your remark on the minutes of %s is %staken".formatted(remark.cycle(), remark.kind(),
						remark.isTaken() ? "" : "not "),
				remark.isTaken() ? "your remark on the minutes of %s is taken.".formatted(remark.kind())
						: "your remark on the minutes of %s is not taken.".formatted(remark.kind()),
				new Link("/meetings/%s/%s/minutes".formatted(remark.cycle(), remark.kind()), "Read the minutes"),
				(because != null) ? List.of(new Part("Why not", because), new Part("What you said", remark.text()))
						: List.of(new Part("What you said", remark.text())));
		this.jdbc.sql("select id from contact where user_id = :user and active")
			.param("user", remark.user())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.optional()
			.ifPresent((reader) -> this.notices.queue(reader, Notices.MINUTES, remark.cycle(), remark.kind(), notice));
	}

}
