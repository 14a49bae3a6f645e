-- endorsement: the no-objection round; a cycle without a row has none
create table no_objection_round (
    cycle         text not null references cycle,
    number        int  not null check (number > 0),
    opens_at      timestamptz not null,
    closes_at     timestamptz not null,
    zone          text not null,            -- in which the hours were named
    reminder_days int  not null check (reminder_days >= 0),     -- before the close, at 09:00 where the reader is
    planned_at    timestamptz not null,
    planned_by    text not null,
    version       int,                      -- the sealed version that it is on; none before it opens
    opened_at     timestamptz,
    stopped_at    timestamptz,              -- by an objection
    closed_at     timestamptz,              -- by its hour: silence counts
    primary key (cycle, number),
    foreign key (cycle, version) references sealed_version,
    check (closes_at > opens_at),
    check ((opened_at is null) = (version is null)),
    check (opened_at is not null or (stopped_at is null and closed_at is null)),
    check (stopped_at is null or closed_at is null)
);
create table no_objection_member (
    cycle  text   not null,
    round  int    not null,
    party  bigint not null references party,
    primary key (cycle, round, party),
    foreign key (cycle, round) references no_objection_round on delete cascade
);
create table no_objection_position (        -- of a member's several the last counts
    cycle    text   not null,
    round    int    not null,
    party    bigint not null,
    number   int    not null,               -- from 1
    answer   text   not null check (answer in ('agree', 'comment', 'object')),
    text     text,
    version  int    not null,               -- what it is about
    checksum text   not null,               -- of that version
    given_at timestamptz not null,
    given_by text   not null,
    primary key (cycle, round, party, number),
    foreign key (cycle, round, party) references no_objection_member,
    check (answer = 'agree' or text is not null)
);
create trigger no_objection_position_stays before update or delete or truncate on no_objection_position
    for each statement execute function refuse_change();

create function refuse_late_position() returns trigger language plpgsql as $$
begin
    if not exists (select from no_objection_round r where r.cycle = new.cycle and r.number = new.round
            and r.opened_at is not null and r.stopped_at is null and r.closed_at is null
            and new.given_at < r.closes_at and r.version = new.version) then
        raise exception 'Round % of % takes no position on version % at this moment.', new.round, new.cycle, new.version
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger no_objection_position_in_time before insert on no_objection_position
    for each row execute function refuse_late_position();

create function refuse_opened_round() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'no_objection_member' then
        if exists (select from no_objection_round r where r.cycle = coalesce(new.cycle, old.cycle)
                and r.number = coalesce(new.round, old.round) and r.opened_at is not null) then
            raise exception 'A round that has opened keeps its members.' using errcode = 'restrict_violation';
        end if;
    elsif old.opened_at is not null and (tg_op = 'DELETE' or old.stopped_at is not null or old.closed_at is not null
            or (new.cycle, new.number, new.version, new.opens_at, new.closes_at, new.zone, new.opened_at)
                is distinct from (old.cycle, old.number, old.version, old.opens_at, old.closes_at, old.zone, old.opened_at)) then
        raise exception 'A round that has opened is stopped or closed once, and not changed.' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger no_objection_member_stays before insert or update or delete on no_objection_member
    for each row execute function refuse_opened_round();
create trigger no_objection_round_stays before update or delete on no_objection_round
    for each row execute function refuse_opened_round();

-- notification: who was told of a round, once each
create table no_objection_told (
    cycle   text   not null,
    round   int    not null,
    contact bigint not null references contact,
    rung    int    not null,                -- 0: the invitation; else days before the close
    party   bigint not null references party,
    told_at timestamptz not null,
    mail    bigint not null references mail,
    primary key (cycle, round, contact, rung)
);
