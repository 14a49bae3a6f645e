package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.NoticeLetter;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.letter.Outsider;
import org.asemeducation.stocktake.notification.letter.Written;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that tell what somebody has done about an update. They are written as they are
 * queued, leave at once and are joined by nothing; who has lost their account meanwhile
 * is told all the same.
 */
@Component
class Notices {

	/** A colleague is asked to help. */
	static final String HELP = "help";

	/** An initiative was handed over. */
	static final String HANDED_OVER = "handed-over";

	/** A hand-over was not confirmed. */
	static final String NOT_HANDED_OVER = "not-handed-over";

	/** The AES has entered an update for its coordinators. */
	static final String ENTERED = "entered";

	/** Somebody has written about an update. */
	static final String MESSAGE = "message";

	/** Somebody asks for time at a meeting, or is answered. */
	static final String SLOT = "slot";

	/** A step of a meeting waits for its host. */
	static final String HOST = "host";

	/** A chapter of the report is asked for, or something has become of it. */
	static final String CHAPTER = "chapter";

	/** Minutes are put to those who take part, or a remark on them is answered. */
	static final String MINUTES = "minutes";

	/** A party has left an initiative to others. */
	static final String NOT_THEIRS = "not-theirs";

	/** A member comments or objects in a no-objection round. */
	static final String POSITION = "position";

	/** A proposal waits for its reader, or something has become of theirs. */
	static final String PROPOSAL = "proposal";

	/** The reviewing body is reminded of its advice on a proposal. */
	static final String ADVICE_REMINDER = "advice-reminder";

	/** Somebody from outside is invited to propose something. */
	static final String PROPOSAL_INVITATION = "proposal-invitation";

	/** What is told whether or not its reader has gone meanwhile. */
	static final List<String> FOR_WHOEVER_WAS_TOLD = List.of(HELP, HANDED_OVER, NOT_HANDED_OVER, ENTERED, MESSAGE,
			NOT_THEIRS);

	/** All kinds of their lines. */
	static final List<String> KINDS = List.of(HELP, HANDED_OVER, NOT_HANDED_OVER, ENTERED, MESSAGE, SLOT, HOST, CHAPTER,
			MINUTES, NOT_THEIRS, POSITION, PROPOSAL, ADVICE_REMINDER, PROPOSAL_INVITATION);

	private final NoticeLetter letter;

	private final JdbcClient jdbc;

	private final MailProcess mails;

	private final Clock clock;

	Notices(NoticeLetter letter, JdbcClient jdbc, MailProcess mails, Clock clock) {
		this.letter = letter;
		this.jdbc = jdbc;
		this.mails = mails;
		this.clock = clock;
	}

	/**
	 * Queues one mail in the caller's transaction.
	 * @param contact whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param key which update it is about
	 * @param notice what it says
	 */
	void queue(ContactId contact, String kind, UpdateKey key, Notice notice) {
		queue(contact, kind, key.cycle(), key.initiative().value(), null, written(contact, notice));
	}

	/**
	 * Queues one mail in the caller's transaction, in words that the secretariat can
	 * change.
	 * @param contact whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param key which update it is about
	 * @param words what it says
	 */
	void queue(ContactId contact, String kind, UpdateKey key, NoticeWords words) {
		queue(contact, kind, key.cycle(), key.initiative().value(), null, this.letter.of(words, contact));
	}

	/**
	 * Queues one mail about a meeting in the caller's transaction.
	 * @param contact whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param cycle the meeting's cycle
	 * @param meeting which meeting it is about
	 * @param words what it says
	 */
	void queue(ContactId contact, String kind, CycleName cycle, MeetingKind meeting, NoticeWords words) {
		queue(contact, kind, cycle, null, meeting.name(), this.letter.of(words, contact));
	}

	/**
	 * Queues one mail in the caller's transaction that is about no update.
	 * @param contact whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param cycle in which cycle
	 * @param about what it is about, in short
	 * @param notice what it says
	 * @return the mail's number
	 */
	long queue(ContactId contact, String kind, CycleName cycle, String about, Notice notice) {
		return queue(contact, kind, cycle, about, null, written(contact, notice));
	}

	/** The same, in words that the secretariat can change. */
	long queue(ContactId contact, String kind, @Nullable CycleName cycle, String about, NoticeWords words) {
		return queue(contact, kind, cycle, about, null, this.letter.of(words, contact));
	}

	/**
	 * Queues one mail in the caller's transaction that belongs to no cycle.
	 * @param contact whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param about what it is about, in short
	 * @param words what it says
	 */
	void queue(ContactId contact, String kind, String about, NoticeWords words) {
		queue(contact, kind, null, about, null, this.letter.of(words, contact));
	}

	/**
	 * Queues one mail in the caller's transaction to somebody who stands in no register.
	 * @param outsider whom to tell
	 * @param kind one of {@link #KINDS}
	 * @param about what it is about, in short
	 * @param words what it says; {@code {token}} in its path stands for the secret
	 * @param secret of its link, which is forgotten once the mail has left
	 */
	void queue(Outsider outsider, String kind, String about, NoticeWords words, String secret) {
		Written written = this.letter.of(words, outsider);
		this.mails.start(this.jdbc.sql("""
				with written as (
				    insert into mail (addressee, recipient, state, queued_at, bundled_at, subject, text, html, secret)
				    values (:name, :email, 'queued', :now, :now, :subject, :text, :html, :secret) returning id
				)
				insert into mail_line (mail, kind, about) select id, :kind, :about from written returning mail""")
			.param("name", outsider.name())
			.param("email", outsider.email())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("subject", written.subject())
			.param("text", written.text())
			.param("html", written.html())
			.param("secret", secret)
			.param("kind", kind)
			.param("about", about)
			.query(Long.class)
			.single());
	}

	private long queue(ContactId contact, String kind, @Nullable CycleName cycle, @Nullable String about,
			@Nullable String meeting, Written written) {
		long mail = this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, text, html)
				    select :cycle, id, email, 'queued', :now, :now, :subject, :text, :html from contact
				    where id = :contact returning id
				)
				insert into mail_line (mail, kind, about, meeting) select id, :kind, :about, :meeting from written
				returning mail""")
			.param("cycle", (cycle != null) ? cycle.value() : null)
			.param("contact", contact.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("subject", written.subject())
			.param("text", written.text())
			.param("html", written.html())
			.param("kind", kind)
			.param("about", about)
			.param("meeting", meeting)
			.query(Long.class)
			.single();
		this.mails.start(mail);
		return mail;
	}

	Written written(ContactId contact, Notice notice) {
		return this.letter.of(notice, name(contact));
	}

	/** Everybody who speaks for a coordinator of the initiative, in a lasting order. */
	List<ContactId> coordinators(UpdateKey key) {
		return this.jdbc.sql("""
				select distinct c.id from coordination k
				join contact_role s on s.party = k.party and s.role = 'coordinator'
				join contact c on c.id = s.contact and c.active
				where k.initiative = :initiative and k.role = 'coordinator' order by c.id""")
			.param("initiative", key.initiative().value())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
	}

	/** Everybody of the secretariat, in a lasting order. */
	List<ContactId> secretariat() {
		return this.jdbc.sql("""
				select distinct c.id from contact c
				join contact_role s on s.contact = c.id and s.role = 'secretariat' where c.active order by c.id""")
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
	}

	/** What is asked for in a cycle: an update, or words for a plan that is completed. */
	String what(UpdateKey key) {
		return isForPlan(key) ? "words for the plan" : "update";
	}

	/** Whether words for a plan that is completed are asked for, and no update. */
	boolean isForPlan(UpdateKey key) {
		return this.jdbc
			.sql("select exists (select from placeholder where cycle = :cycle and initiative = :initiative)")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(Boolean.class)
			.single();
	}

	/** What an initiative is called in a sentence, such as {@code A01-I02 Duo}. */
	String called(UpdateKey key) {
		return key.initiative() + " "
				+ this.jdbc.sql("select title from cycle_initiative where cycle = :cycle and initiative = :initiative")
					.param("cycle", key.cycle().value())
					.param("initiative", key.initiative().value())
					.query(String.class)
					.single();
	}

	String name(ContactId contact) {
		return this.jdbc.sql("select name from contact where id = :id")
			.param("id", contact.value())
			.query(String.class)
			.single();
	}

	String nameOf(String userId) {
		return this.jdbc.sql("select name from contact where user_id = :user")
			.param("user", userId)
			.query(String.class)
			.optional()
			.orElse(userId);
	}

}
