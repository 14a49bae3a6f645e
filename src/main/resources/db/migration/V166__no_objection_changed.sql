-- endorsement: an open round may close later than was said, with a reason, and may be called off
alter table no_objection_round
    add column called_off_at      timestamptz,
    add column called_off_because text,
    add check ((called_off_at is null) = (called_off_because is null)),
    add check (called_off_at is null or (opened_at is not null and stopped_at is null and closed_at is null));
create table no_objection_prolonged (
    cycle  text not null,
    round  int  not null,
    number int  not null,                   -- from 1
    had    timestamptz not null,            -- its hour until then
    closes timestamptz not null,
    reason text not null,
    at     timestamptz not null,
    by     text not null,
    primary key (cycle, round, number),
    foreign key (cycle, round) references no_objection_round,
    check (closes > had and at < had)
);
create trigger no_objection_prolonged_stays before update or delete or truncate on no_objection_prolonged
    for each statement execute function refuse_change();

create or replace function refuse_late_position() returns trigger language plpgsql as $$
begin
    if not exists (select from no_objection_round r where r.cycle = new.cycle and r.number = new.round
            and r.opened_at is not null and r.stopped_at is null and r.closed_at is null and r.called_off_at is null
            and new.given_at < r.closes_at and r.version = new.version) then
        raise exception 'Round % of % takes no position on version % at this moment.', new.round, new.cycle, new.version
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create or replace function refuse_opened_round() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'no_objection_member' then
        if exists (select from no_objection_round r where r.cycle = coalesce(new.cycle, old.cycle)
                and r.number = coalesce(new.round, old.round) and r.opened_at is not null) then
            raise exception 'A round that has opened keeps its members.' using errcode = 'restrict_violation';
        end if;
    elsif old.opened_at is not null and (tg_op = 'DELETE' or old.stopped_at is not null or old.closed_at is not null
            or old.called_off_at is not null
            or (new.cycle, new.number, new.version, new.opens_at, new.zone, new.opened_at)
                is distinct from (old.cycle, old.number, old.version, old.opens_at, old.zone, old.opened_at)
            or new.closes_at <> old.closes_at and not exists (select from no_objection_prolonged p
                where p.cycle = new.cycle and p.round = new.number and p.had = old.closes_at and p.closes = new.closes_at))
    then
        raise exception 'A round that has opened is stopped, closed or called off once, prolonged with a reason, and not changed otherwise.'
            using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
