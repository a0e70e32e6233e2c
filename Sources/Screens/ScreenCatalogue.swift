/// All screens, one line each. A screen provides its commands, its name and its restoring from stored state.
extension ScreenCatalogue {
  static let standard = ScreenCatalogue(
    entrance: SignInState.self, home: QueueState.self, greeting: DayStartState.self,
    screens: [
      SignInState.self,
      QueueState.self,
      DetailState.self,
      ReceiveState.self,
      CertificationState.self,
      TellState.self,
      LookupState.self,
      SyncState.self,
      OutboxState.self,
      ImportState.self,
      ConflictState.self,
      StaffState.self,
      AppointmentsState.self,
      OpeningState.self,
      ProcedureNewsState.self,
      DayStartState.self,
      DayEndState.self,
      OpenWorkState.self,
      UndoListState.self,
      CallsState.self,
      PapersState.self,
      DeclarationState.self,
      ToPrintState.self,
      BlanksState.self,
    ],
    refusalQuestions: [ClockQuestion.self, LastNumberQuestion.self],
    reasonToHold: { act, app in
      ConfirmQuestion(for: act, app) ?? BulkQuestion(for: act, app) ?? StrikeQuestion(for: act, app)
    },
    commonCommands: { ActionCommands.list + ProgramCommands.list })
}
