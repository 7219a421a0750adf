//! g4: a sheet that nobody touched asks for nothing, whatever it shows of whom to whom; and a cell that was touched asks for itself.

use proptest::collection::vec;
use proptest::prelude::*;
use tenure_domain::import::{Cells, Change, Column, Deed, Named, Shown};
use tenure_domain::membership::{Language, Membership, Phone, Profile, ProfileChange, TimeZone};
use tenure_domain::strategies::{picks, scenes};
use tenure_domain::{MemberId, Name, WorkspaceId};

/// Names as people have them, and some as nobody has.
fn names() -> impl Strategy<Value = Option<Name>> {
    let strange = prop_oneof![
        "[A-Za-z]{1,8}",
        "[-=+@'\"|＝;,\t ßéд日\u{200b}]{0,4}[a-zA-Z\"';, ]{1,8}",
        "Zoe\u{308}|O'Neill|'Hare|\\+49 30|=1\\+1",
    ];
    strange.prop_map(|text| Name::parse(&text).ok())
}

prop_compose! {
    fn profiles()(
        first_name in names(),
        last_name in names(),
        phone in prop::option::of("\\+49[1-9][0-9]{6,9}"),
        german in any::<bool>(),
        zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Etc/GMT+5"]),
    ) -> Profile {
        Profile {
            first_name,
            last_name,
            phone: phone.map(|text| Phone::parse(&text).unwrap()),
            language: if german { Language::German } else { Language::English },
            time_zone: TimeZone::parse(zone).unwrap(),
            ..Profile::default()
        }
    }
}

/// The row that a sheet with these columns has of somebody.
fn row(member: MemberId, shown: &Shown, columns: impl IntoIterator<Item = Column>) -> Cells {
    let cell = |column| if column == Column::Member { member.to_string() } else { shown.cell(column) };
    Cells::new(2, columns.into_iter().map(|column| (column, cell(column))))
}

proptest! {
    #[test]
    fn g4_a_row_that_nobody_touched_asks_for_nothing(
        scene in scenes(),
        profiles in vec(profiles(), 5),
        hides in any::<bool>(),
        narrowed in picks(),
        columns in prop::sample::subsequence(Column::ALL.to_vec(), 0..Column::ALL.len()),
    ) {
        let at = scene.organization.root;
        for (person, profile) in scene.people.iter().zip(profiles) {
            let membership = Membership { profile, ..person.membership.clone() };
            // Of some, whoever asks may know of one grant alone.
            let one = narrowed.one(&person.grants).filter(|_| hides);
            let grants: Vec<_> = one.map_or_else(|| person.grants.iter().collect(), |one| vec![one]);
            let shown = Shown::of(&membership, grants, hides);
            let whole = row(membership.id, &shown, Column::ALL);
            prop_assert_eq!(whole.named(), Ok(Named::Member(membership.id)));
            prop_assert_eq!(whole.change(&shown, at), Ok(Change::default()));
            prop_assert_eq!(row(membership.id, &shown, columns.clone()).change(&shown, at), Ok(Change::default()));
        }
    }

    #[test]
    fn g4_what_was_touched_asks_for_itself_and_for_nothing_else(
        scene in scenes(),
        before in profiles(),
        after in profiles(),
        elsewhere in any::<u128>(),
    ) {
        let person = &scene.people[0];
        let shown = |profile: &Profile| {
            let membership = Membership { profile: profile.clone(), ..person.membership.clone() };
            Shown::of(&membership, &person.grants, false)
        };
        let fields = [Column::FirstName, Column::LastName, Column::Phone, Column::Language, Column::TimeZone];
        let touched = row(person.id(), &shown(&after), fields);
        let change = touched.change(&shown(&before), scene.organization.root).unwrap();
        prop_assert_eq!(change.profile.clone().apply(&before), after.clone());
        prop_assert_eq!(change.columns().len(), before.differing(&after).len());
        // What it is told to ask for is what would stand there.
        let told = Deed::Change(change.clone()).cells();
        prop_assert_eq!(told.iter().map(|(column, _)| *column).collect::<Vec<_>>(), change.columns());
        for (column, to) in told {
            prop_assert_eq!(to, shown(&after).cell(column));
        }
        // A grant that isn't named stays, and one that nobody has is asked for.
        let new = WorkspaceId::new(uuid::Uuid::from_u128(elsewhere));
        let granted = Cells::new(2, [(Column::Grants, format!("{new}:agent+clerk"))]);
        let change = granted.change(&shown(&before), scene.organization.root).unwrap();
        prop_assert_eq!(change.profile, ProfileChange::default());
        prop_assert_eq!(change.grants.len(), 1);
    }
}
