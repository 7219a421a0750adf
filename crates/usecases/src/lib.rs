//! One type for each thing a caller can ask: load, decide (one call into the domain), save.
//!
//! A use case is lent a unit of work and can't commit it. [`Tenure::perform`] is the one function that begins, re-reads who acts,
//! runs, writes journal and outbox from the events, commits, and tries again when the database asks for it.

mod accept_invitation;
mod access_question;
mod assign_contact;
mod caller;
mod change_organization;
mod change_workspace;
mod context;
mod correct_invitation;
mod create_contacts;
mod create_organization;
mod create_workspace;
mod edit_profile;
mod export_members;
mod failure;
mod founding;
mod grant_access;
mod invite_people;
mod inviting;
mod load;
mod perform;
mod read;
mod refusals;
mod refuse_invitation;
mod release;
mod resend_invitation;
mod revocation_plan;
mod revoke_access;
mod set_up;
mod sign_in;
mod sign_out;
mod undo_revocation;
mod use_case;
mod withdraw_invitation;

pub use accept_invitation::{AcceptInvitation, AcceptedInvitation, AcceptingRefused};
pub use access_question::{AccessAnswer, AccessQuestion};
pub use assign_contact::{AssignContact, AssigningRefused};
pub use caller::{Caller, Clock, Ids, SystemClock, V7Ids};
pub use change_organization::{ChangeOrganization, ChangeSettings, ChangingRefused};
pub use change_workspace::{ChangeWorkspace, WorkspaceChange};
pub use context::Context;
pub use correct_invitation::CorrectInvitation;
pub use create_contacts::{CreateContacts, CreatingRefused, NewContact};
pub use create_organization::{CreateOrganization, FoundingRefused};
pub use create_workspace::CreateWorkspace;
pub use edit_profile::{EditProfile, EditProfileRefused, Field, ProfileChange};
pub use export_members::ExportMembers;
pub use failure::Failure;
pub use founding::ModelChoice;
pub use grant_access::{Expected, GrantAccess};
pub use invite_people::{AddressRefused, InvitePeople, InvitingRefused, Outcome, PersonOutcome};
pub use load::{Acting, Loaded};
pub use perform::{Answer, ReplayAsk, Tenure, Tools};
pub use read::{ListRefused, Reader};
pub use refuse_invitation::RefuseInvitation;
pub use resend_invitation::ResendInvitation;
pub use revocation_plan::{LoadedRevocation, PlannedRevocation};
pub use revoke_access::RevokeAccess;
pub use set_up::{SetUp, SetUpDone, SetUpRefused};
pub use sign_in::{SignIn, SignInRefused, SignedIn};
pub use sign_out::{Never, SignOut};
pub use undo_revocation::{UndoRevocation, UndoneRevocation};
pub use use_case::{Founding, InOrganization, Lock, Open, Reading, UseCase};
pub use withdraw_invitation::WithdrawInvitation;
